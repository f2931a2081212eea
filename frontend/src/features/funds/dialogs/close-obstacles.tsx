import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { ShortFailure } from '@/ui/short-failure';
import { StateBadge } from '@/ui/state-badge';
import classes from '../funds.module.css';

const Obstacles = graphql(`
  query CloseObstacles($fund: ID!) {
    bankLines(first: 1, filter: { fundId: $fund, states: [OPEN] }) {
      totalCount
    }
    fund(id: $fund) {
      id
      openSuspense {
        explanation
        entry {
          id
        }
      }
    }
  }
`);

/** What still stands in the way of a period's close, with the way to each. */
export function CloseObstacles({ fund }: { fund: string }) {
  const { t } = useTranslation('funds');
  const reads = may(useViewer(), 'BANK_STATEMENT_READ');
  const [{ data, error }, reload] = useQuery({
    query: Obstacles,
    variables: { fund },
    pause: !reads,
    requestPolicy: 'cache-and-network',
  });
  if (!reads) return null;
  if (error && !data) return <ShortFailure error={error} retry={reload} />;
  if (!data) return <Skeleton h={24} aria-busy />;
  const lines = data.bankLines.totalCount;
  const suspense = data.fund?.openSuspense.filter(({ explanation }) => !explanation).length ?? 0;
  if (lines + suspense === 0) return <StateBadge tone="good" label={t('closing.nothing')} />;
  return (
    <section aria-label={t('closing.title')}>
      <ul className={classes.list}>
        {lines > 0 ? (
          <li className={classes.item}>
            <Link to="/funds/$id/reconciliation" params={{ id: fund }} search={{}}>
              {t('closing.lines', { count: lines })}
            </Link>
          </li>
        ) : null}
        {suspense > 0 ? (
          <li className={classes.item}>
            <Link to="/funds/$id" params={{ id: fund }} search={{ part: 'BOOKS' }}>
              {t('closing.suspense', { count: suspense })}
            </Link>
          </li>
        ) : null}
      </ul>
    </section>
  );
}
