import { Button } from '@mantine/core';
import { IconPigMoney } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { AllocationCardFragment, FundPageFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useByName, useLocalName } from '@/lib/local-name';
import { EmptyState } from '@/ui/empty-state';
import { QueryFailure } from '@/ui/query-failure';
import { AllocationHolds } from './allocation-holds';
import classes from './funds.module.css';
import { isZero } from './minor';

const FundAllocationsOf = graphql(`
  query FundAllocations($id: ID!) {
    fund(id: $id) {
      id
      allocations {
        ...AllocationCard
      }
    }
  }
  fragment AllocationCard on FundAllocation {
    id
    closed
    organization {
      id
      name
      nameZh
    }
    program {
      id
      name
    }
    balance {
      ...OwnFigures
    }
  }
`);

const SUMS = ['allocated', 'available', 'held', 'captured', 'refunded', 'committedNotPaid', 'shortfall'] as const;

const route = getRouteApi('/_app/funds/$id');

/** Whose money is in the fund, what is left of it, and what is held of it for purchases. */
export function FundAllocations({ fund }: { fund: FundPageFragment }) {
  const { t } = useTranslation('funds');
  const byName = useByName();
  const search = route.useSearch();
  const [{ data, error }, reload] = useQuery({ query: FundAllocationsOf, variables: { id: fund.id } });
  const allocations = data?.fund?.allocations;
  if (error && !allocations) return <QueryFailure error={error} retry={reload} />;
  if (!allocations) return <div className={classes.parts} aria-busy />;
  if (allocations.length === 0)
    return <EmptyState icon={IconPigMoney} title={t('allocations.empty')} text={t('allocations.emptyText')} />;
  const owners = byName([...new Map(allocations.map(({ organization }) => [organization.id, organization])).values()]);
  return (
    <div className={classes.parts}>
      <ul className={classes.list} aria-label={t('views.ALLOCATIONS')}>
        {owners.flatMap((owner) =>
          allocations
            .filter(({ organization }) => organization.id === owner.id)
            .map((allocation) => (
              <AllocationItem
                key={allocation.id}
                allocation={allocation}
                fund={fund}
                open={search.allocation === allocation.id}
              />
            )),
        )}
      </ul>
    </div>
  );
}

interface AllocationItemProps {
  allocation: AllocationCardFragment;
  fund: FundPageFragment;
  open: boolean;
}

function AllocationItem({ allocation, fund, open }: AllocationItemProps) {
  const { t } = useTranslation('funds');
  const localName = useLocalName();
  const { labelled, money } = useFormats();
  const navigate = route.useNavigate();
  const { id, organization, program, balance, closed } = allocation;
  const name = localName(organization);
  return (
    <li className={classes.entry}>
      <div className={classes.line}>
        <span className={classes.strong}>{name}</span>
        {program ? (
          <Link to="/programs/$id" params={{ id: program.id }} search={{}} className={classes.link}>
            {program.name}
          </Link>
        ) : (
          <span className={classes.dimmed}>{t('allocations.anyPurchase')}</span>
        )}
        {closed ? <span className={classes.dimmed}>{t('allocations.closed')}</span> : null}
        <Button
          className={classes.end}
          size="compact-xs"
          variant="default"
          aria-expanded={open}
          aria-label={labelled(t('holds.title'), program ? `${name} · ${program.name}` : name)}
          onClick={() =>
            void navigate({
              search: (now) => ({ ...now, allocation: open ? undefined : id, holds: undefined }),
              replace: true,
            })
          }
        >
          {t('holds.title')}
        </Button>
      </div>
      <dl className={classes.sums}>
        {SUMS.map((code) => (
          <div key={code}>
            <dt>{t(`figures.${code}`)}</dt>
            <dd className={code === 'shortfall' && !isZero(balance[code]) ? classes.warns : undefined}>
              {money(balance[code])}
            </dd>
          </div>
        ))}
      </dl>
      {open ? <AllocationHolds fund={fund} allocation={allocation} /> : null}
    </li>
  );
}
