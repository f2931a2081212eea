import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { HoldBadge } from '@/features/evidence/evidence-state';
import { graphql } from '@/gql';
import { useLiveRefresh } from '@/lib/live';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { Section } from '@/ui/section';
import { ShortFailure } from '@/ui/short-failure';
import { DisposalBadge, RetentionBadge } from './sample-words';
import classes from './samples.module.css';

const SamplesOfPurchase = graphql(`
  query SamplesOfPurchase($purchaseId: ID!) {
    samples(first: 100, filter: { purchaseId: $purchaseId }) {
      nodes {
        ...SampleRow
      }
      totalCount
    }
  }
`);

/** What came of a purchase as things, for its page; asks for itself, and is not there where there are none. */
export function SamplesSection({ purchaseId }: { purchaseId: string }) {
  const { t } = useTranslation('samples');
  const reads = may(useViewer(), 'SAMPLE_READ');
  const [{ data, error }, reload] = useQuery({ query: SamplesOfPurchase, variables: { purchaseId }, pause: !reads });
  useLiveRefresh(undefined, () => reload({ requestPolicy: 'network-only' }));
  if (error && !data) return <ShortFailure error={error} retry={reload} />;
  const samples = data?.samples.nodes ?? [];
  if (samples.length === 0) return null;
  return (
    <Section title={t('title')} count={data?.samples.totalCount}>
      <ul className={classes.list} aria-label={t('title')}>
        {samples.map(({ id, reference, label, seal, disposal, holder, retainedUntil, onHold }) => (
          <li key={id} className={classes.item}>
            <Link to="/samples/$id" params={{ id }} search={{}} className={classes.link}>
              {label}
            </Link>
            <span className={classes.code}>{reference}</span>
            <DisposalBadge disposal={disposal} />
            {holder ? <span className={classes.dimmed}>{holder.name}</span> : null}
            {seal ? <span className={classes.code}>{t('sealed', { seal })}</span> : null}
            <span className={classes.end}>
              {retainedUntil ? <RetentionBadge until={retainedUntil} onHold={onHold} /> : onHold ? <HoldBadge /> : null}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
