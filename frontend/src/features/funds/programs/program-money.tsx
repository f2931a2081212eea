import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { Section } from '@/ui/section';
import { ShortFailure } from '@/ui/short-failure';
import classes from '../funds.module.css';

const ProgramAllocations = graphql(`
  query ProgramAllocations($id: ID!) {
    fundAllocations(first: 100, filter: { programId: $id }) {
      nodes {
        id
        fund {
          id
        }
        ...AllocationCard
      }
    }
  }
`);

const SUMS = ['allocated', 'available', 'held', 'captured'] as const;

/** What is allotted for the programme, as far as the viewer sees it. */
export function ProgramMoney({ program }: { program: string }) {
  const { t } = useTranslation('funds');
  const { money } = useFormats();
  const localName = useLocalName();
  const [{ data, error }, reload] = useQuery({ query: ProgramAllocations, variables: { id: program } });
  const allocations = data?.fundAllocations.nodes;
  return (
    <Section title={t('views.ALLOCATIONS')} count={allocations?.length}>
      {error && !allocations ? <ShortFailure error={error} retry={reload} /> : null}
      {allocations?.length === 0 ? <p className={classes.dimmed}>{t('allocations.noneHere')}</p> : null}
      {allocations && allocations.length > 0 ? (
        <ul className={classes.list} aria-label={t('views.ALLOCATIONS')}>
          {allocations.map(({ id, fund, organization, balance }) => (
            <li key={id} className={classes.entry}>
              <Link
                to="/funds/$id"
                params={{ id: fund.id }}
                search={{ part: 'ALLOCATIONS', allocation: id }}
                className={classes.link}
              >
                {localName(organization)}
              </Link>
              <dl className={classes.sums}>
                {SUMS.map((code) => (
                  <div key={code}>
                    <dt>{t(`figures.${code}`)}</dt>
                    <dd>{money(balance[code])}</dd>
                  </div>
                ))}
              </dl>
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}
