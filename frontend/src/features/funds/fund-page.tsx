import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { FundPageFragment } from '@/gql/graphql';
import { hasErrorCode } from '@/lib/errors';
import { useLiveRefresh } from '@/lib/live';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { RouteMissing } from '@/ui/route-missing';
import { TwoColumnsSkeleton } from '@/ui/two-columns';
import { FundAllocations } from './fund-allocations';
import { FundBooks } from './fund-books';
import { FundDialogs } from './fund-dialogs';
import { FundEntries } from './fund-entries';
import { FundOverview } from './fund-overview';
import { FundPart } from './fund-search';
import { FundSteps } from './fund-steps';
import classes from './funds.module.css';
import { FundOrders } from './orders/fund-orders';

const FundPageQuery = graphql(`
  query FundPage($id: ID!) {
    fund(id: $id) {
      ...FundPage
    }
  }
  fragment FundPage on Fund {
    id
    reference
    name
    currency
    currentPeriod
    version
    allowedActions
    balance {
      ...FundFigures
    }
    allocations {
      id
      balance {
        ...OwnFigures
      }
    }
  }
`);

const route = getRouteApi('/_app/funds/$id');

export function FundPage() {
  const { t } = useTranslation(['funds', 'common']);
  const { id } = route.useParams();
  const [{ data, error }, reload] = useQuery({ query: FundPageQuery, variables: { id } });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  useLiveRefresh(undefined, refresh);
  const fund = data?.fund;

  if (!fund) {
    const missing = hasErrorCode(error, 'NOT_FOUND') || hasErrorCode(error, 'INVALID_ID');
    if (data?.fund === null || missing) return <RouteMissing />;
    if (error) return <QueryFailure error={error} retry={reload} />;
    return (
      <>
        <PageHeader eyebrow={<FundTrail />} title={t('common:loading')} />
        <TwoColumnsSkeleton />
      </>
    );
  }
  return (
    <>
      <PageHeader
        eyebrow={<FundTrail reference={fund.reference} />}
        title={fund.name}
        meta={<span className={classes.dimmed}>{fund.currency}</span>}
        actions={<FundSteps fund={fund} />}
      />
      <FundParts fund={fund} />
      <FundDialogs fund={fund} />
    </>
  );
}

function FundParts({ fund }: { fund: FundPageFragment }) {
  const { t } = useTranslation('funds');
  const { part } = route.useSearch();
  const ledger = may(useViewer(), 'LEDGER_READ');
  const shown = Object.values(FundPart).filter((each) => {
    if (each === 'ENTRIES') return ledger;
    return each !== 'BOOKS' || (ledger && fund.balance);
  });
  const current = part && shown.includes(part) ? part : undefined;
  return (
    <>
      <nav className={classes.tabs} aria-label={t('parts')}>
        {[undefined, ...shown].map((each) => (
          <Link
            key={each ?? 'OVERVIEW'}
            from="/funds/$id"
            to="."
            search={each ? { part: each } : {}}
            className={classes.tab}
            activeOptions={{ exact: true }}
            aria-current={each === current ? 'true' : undefined}
          >
            {t(`views.${each ?? 'OVERVIEW'}`)}
          </Link>
        ))}
      </nav>
      {current === undefined ? <FundOverview fund={fund} /> : null}
      {current === 'ENTRIES' ? <FundEntries fund={fund} /> : null}
      {current === 'ALLOCATIONS' ? <FundAllocations fund={fund} /> : null}
      {current === 'ORDERS' ? <FundOrders fund={fund} /> : null}
      {current === 'BOOKS' ? <FundBooks fund={fund} /> : null}
    </>
  );
}

function FundTrail({ reference }: { reference?: string }) {
  const { t } = useTranslation('funds');
  return (
    <>
      <Link to="/funds" search={{}}>
        {t('title')}
      </Link>
      <span aria-hidden> / </span>
      {reference ? <span className={classes.code}>{reference}</span> : null}
    </>
  );
}
