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
import { FilterMenu } from '@/ui/filter-menu';
import { KeysetList } from '@/ui/keyset-list';
import { NoRows } from '@/ui/no-rows';
import { PageHeader } from '@/ui/page-header';
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
        ...PageEnds
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
      <KeysetList
        page={data?.organizations}
        error={error}
        fetching={fetching}
        reload={reload}
        at={search}
        onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }) })}
        summary={(count, exact) => t(exact ? 'organizations.count' : 'organizations.countAtLeast', { count })}
      >
        {(organizations) => (
          <OrganizationTable
            label={t('organizations.title')}
            organizations={organizations}
            empty={
              <NoRows
                icon={IconBuilding}
                title={t('organizations.empty')}
                text={t('organizations.emptyText')}
                filtered={isNarrowed(search)}
                noMatch={t('organizations.noMatch')}
                onClear={() => void navigate({ search: {} })}
              />
            }
          />
        )}
      </KeysetList>
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

interface OrganizationFiltersProps {
  search: OrganizationSearch;
  change: (next: Partial<OrganizationSearch>) => void;
}

function OrganizationFilters({ search, change }: OrganizationFiltersProps) {
  const { t } = useTranslation(['members', 'enums']);
  return (
    <Toolbar
      search={
        <SearchBox
          label={t('organizations.search')}
          value={search.search}
          onChange={(next) => change({ search: next })}
        />
      }
    >
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
