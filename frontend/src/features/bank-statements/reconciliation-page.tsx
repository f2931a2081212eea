import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import funds from '@/features/funds/funds.module.css';
import { graphql } from '@/gql';
import type { ReconciledFundFragment } from '@/gql/graphql';
import { hasErrorCode } from '@/lib/errors';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { RouteMissing } from '@/ui/route-missing';
import { BankView } from './bank-search';
import { BankStatements } from './bank-statements';
import { Matching } from './matching';

const ReconciliationReport = lazy(() => import('./reconciliation-report'));
const ImportDialog = lazy(() => import('./dialogs/import-dialog'));

const ReconciledFund = graphql(`
  query ReconciledFund($id: ID!) {
    fund(id: $id) {
      ...ReconciledFund
    }
  }
  fragment ReconciledFund on Fund {
    id
    reference
    name
    currency
    createdAt
    allowedActions
  }
`);

const route = getRouteApi('/_app/funds/$id_/reconciliation');

/** What the bank says beside what the ledger says, until they are the same. */
export function ReconciliationPage() {
  const { t } = useTranslation(['bank', 'common']);
  const { id } = route.useParams();
  const reads = may(useViewer(), 'BANK_STATEMENT_READ');
  const [{ data, error }, reload] = useQuery({ query: ReconciledFund, variables: { id } });
  const fund = data?.fund;
  if (!reads) return <RouteMissing />;
  if (!fund) {
    const missing = hasErrorCode(error, 'NOT_FOUND') || hasErrorCode(error, 'INVALID_ID');
    if (data?.fund === null || missing) return <RouteMissing />;
    if (error) return <QueryFailure error={error} retry={reload} />;
    return <PageHeader eyebrow={<Trail />} title={t('common:loading')} />;
  }
  return (
    <>
      <PageHeader eyebrow={<Trail fund={fund} />} title={t('title')} actions={<ImportButton fund={fund} />} />
      <Parts fund={fund} />
    </>
  );
}

function ImportButton({ fund }: { fund: ReconciledFundFragment }) {
  const { t } = useTranslation('bank');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  if (!fund.allowedActions.includes('RECORD')) return null;
  const show = (shown: true | undefined) =>
    void navigate({ search: (now) => ({ ...now, import: shown }), replace: shown === undefined });
  return (
    <>
      <Button leftSection={<IconFileImport size={15} aria-hidden />} onClick={() => show(true)}>
        {t('import.title')}
      </Button>
      {search.import ? (
        <Suspense>
          <ImportDialog fund={fund} onClose={() => show(undefined)} />
        </Suspense>
      ) : null}
    </>
  );
}

function Parts({ fund }: { fund: ReconciledFundFragment }) {
  const { t } = useTranslation('bank');
  const { side } = route.useSearch();
  return (
    <>
      <nav className={funds.tabs} aria-label={t('parts')}>
        {[undefined, ...Object.values(BankView)].map((each) => (
          <Link
            key={each ?? 'MATCH'}
            from="/funds/$id/reconciliation"
            to="."
            search={each ? { side: each } : {}}
            className={funds.tab}
            activeOptions={{ exact: true }}
            aria-current={each === side ? 'true' : undefined}
          >
            {t(`views.${each ?? 'MATCH'}`)}
          </Link>
        ))}
      </nav>
      {side === undefined ? <Matching fund={fund} /> : null}
      {side === 'STATEMENTS' ? <BankStatements fund={fund} /> : null}
      {side === 'REPORT' ? (
        <Suspense fallback={<div aria-busy />}>
          <ReconciliationReport fund={fund} />
        </Suspense>
      ) : null}
    </>
  );
}

function Trail({ fund }: { fund?: ReconciledFundFragment }) {
  const { t } = useTranslation('funds');
  return (
    <>
      <Link to="/funds" search={{}}>
        {t('title')}
      </Link>
      <span aria-hidden> / </span>
      {fund ? (
        <Link to="/funds/$id" params={{ id: fund.id }} search={{}}>
          {fund.name}
        </Link>
      ) : null}
    </>
  );
}
