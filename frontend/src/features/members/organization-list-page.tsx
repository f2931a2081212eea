import { Button } from '@mantine/core';
import { IconBuilding, IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { Industry, OrganizationKind, OrganizationState } from '@/gql/graphql';
import { FIRST_PAGE, isNarrowed, pageArguments } from '@/lib/keyset';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { EmptyState } from '@/ui/empty-state';
import { FilterMenu } from '@/ui/filter-menu';
import { PageHeader } from '@/ui/page-header';
import { Pager } from '@/ui/pager';
import { QueryFailure } from '@/ui/query-failure';
import { SearchBox } from '@/ui/search-box';
import { Toolbar } from '@/ui/toolbar';
import { type OrganizationSearch, organizationFilter } from './organization-search';
import { OrganizationTable } from './organization-table';

const InviteOrganizationDialog = lazy(() => import('./dialogs/invite-organization-dialog'));

const OrganizationList = graphql(`
  query OrganizationList($first: Int, $after: String, $last: Int, $before: String, $filter: OrganizationFilter) {
    organizations(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      nodes {
        ...OrganizationRow
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      totalCount
      totalCountIsExact
    }
  }
`);

const route = getRouteApi('/_app/organizations/');

export function OrganizationListPage() {
  const { t } = useTranslation(['members', 'common']);
  const viewer = useViewer();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [inviting, setInviting] = useState(false);
  const [{ data, error, fetching }, reload] = useQuery({
    query: OrganizationList,
    variables: { ...pageArguments(search), filter: organizationFilter(search) },
  });
  const page = data?.organizations;
  return (
    <>
      <PageHeader
        title={t('organizations.title')}
        actions={
          may(viewer, 'ORGANIZATION_MANAGE') ? (
            <Button leftSection={<IconPlus size={15} />} onClick={() => setInviting(true)}>
              {t('organizations.invite')}
            </Button>
          ) : null
        }
      />
      <OrganizationFilters
        search={search}
        change={(next) => void navigate({ search: (now) => ({ ...now, ...FIRST_PAGE, ...next }), replace: true })}
      />
      {error && !page ? (
        <QueryFailure error={error} retry={reload} />
      ) : (
        <div data-stale={fetching && page ? true : undefined}>
          <OrganizationTable
            label={t('organizations.title')}
            organizations={page?.nodes}
            empty={<NoOrganizations filtered={isNarrowed(search)} onClear={() => void navigate({ search: {} })} />}
          />
          {page && page.nodes.length > 0 ? (
            <Pager
              page={search}
              info={page.pageInfo}
              summary={t(page.totalCountIsExact ? 'organizations.count' : 'organizations.countAtLeast', {
                count: page.totalCount,
              })}
              onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }) })}
            />
          ) : null}
        </div>
      )}
      {inviting ? (
        <Suspense>
          <InviteOrganizationDialog
            onClose={() => setInviting(false)}
            onInvited={(id) => void navigate({ to: '/organizations/$id', params: { id } })}
          />
        </Suspense>
      ) : null}
    </>
  );
}

function NoOrganizations({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const { t } = useTranslation(['members', 'common']);
  return (
    <EmptyState
      icon={IconBuilding}
      title={t(filtered ? 'organizations.noMatch' : 'organizations.empty')}
      text={t(filtered ? 'noMatchText' : 'organizations.emptyText')}
      action={
        filtered ? (
          <Button variant="default" onClick={onClear}>
            {t('clearFilters')}
          </Button>
        ) : null
      }
    />
  );
}

interface OrganizationFiltersProps {
  search: OrganizationSearch;
  change: (next: Partial<OrganizationSearch>) => void;
}

function OrganizationFilters({ search, change }: OrganizationFiltersProps) {
  const { t } = useTranslation(['members', 'enums']);
  return (
    <Toolbar>
      <SearchBox
        label={t('organizations.search')}
        value={search.search}
        onChange={(next) => change({ search: next })}
      />
      <FilterMenu
        label={t('fields.kind')}
        options={Object.values(OrganizationKind).map((value) => ({
          value,
          label: t(`enums:organizationKind.${value}`),
        }))}
        selected={search.kinds}
        onChange={(kinds) => change({ kinds })}
      />
      <FilterMenu
        label={t('fields.state')}
        options={Object.values(OrganizationState).map((value) => ({
          value,
          label: t(`enums:organizationState.${value}`),
        }))}
        selected={search.states}
        onChange={(states) => change({ states })}
      />
      <FilterMenu
        label={t('fields.industry')}
        options={Object.values(Industry).map((value) => ({ value, label: t(`enums:industry.${value}`) }))}
        selected={search.industries}
        onChange={(industries) => change({ industries })}
      />
    </Toolbar>
  );
}
