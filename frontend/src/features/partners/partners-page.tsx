import { Button } from '@mantine/core';
import { IconPlugConnected, IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { pageArguments } from '@/lib/keyset';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { EmptyState } from '@/ui/empty-state';
import { KeysetList } from '@/ui/keyset-list';
import { PageHeader } from '@/ui/page-header';
import { RouteMissing } from '@/ui/route-missing';
import { AccountTable } from './account-table';
import { PartnerTabs } from './partner-tabs';
import { SandboxSection } from './sandbox-section';

const CreateAccountDialog = lazy(() => import('./dialogs/create-account-dialog'));

const ServiceAccounts = graphql(`
  query ServiceAccounts($first: Int, $after: String, $last: Int, $before: String) {
    serviceAccounts(first: $first, after: $after, last: $last, before: $before) {
      nodes {
        ...ServiceAccountRow
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
      totalCountIsExact
    }
  }
`);

const route = getRouteApi('/_app/partners/');

/** The programs that work for an organisation, each with an account of its own. */
export function PartnersPage() {
  const { t } = useTranslation('partners');
  const manages = may(useViewer(), 'SERVICE_ACCOUNT_MANAGE');
  const [making, setMaking] = useState(false);
  const navigate = route.useNavigate();
  if (!manages) return <RouteMissing />;
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <Button leftSection={<IconPlus size={15} />} onClick={() => setMaking(true)}>
            {t('new')}
          </Button>
        }
      />
      <PartnerTabs />
      <Accounts />
      <SandboxSection />
      {making ? (
        <Suspense>
          <CreateAccountDialog
            onClose={() => setMaking(false)}
            onCreated={(id) => void navigate({ to: '/partners/$id', params: { id }, search: {} })}
          />
        </Suspense>
      ) : null}
    </>
  );
}

function Accounts() {
  const { t } = useTranslation('partners');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [{ data, error, fetching }, reload] = useQuery({ query: ServiceAccounts, variables: pageArguments(search) });
  return (
    <KeysetList
      page={data?.serviceAccounts}
      error={error}
      fetching={fetching}
      reload={reload}
      at={search}
      onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }) })}
      summary={(count, exact) => t(exact ? 'count' : 'countAtLeast', { count })}
    >
      {(accounts) => (
        <AccountTable
          accounts={accounts}
          empty={<EmptyState icon={IconPlugConnected} title={t('empty')} text={t('emptyText')} />}
        />
      )}
    </KeysetList>
  );
}
