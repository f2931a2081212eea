import { Button } from '@mantine/core';
import { IconPlus, IconUsers, IconX } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { PersonState, Role } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { FIRST_PAGE, isNarrowed, pageArguments } from '@/lib/keyset';
import { useLocalName } from '@/lib/local-name';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { FilterMenu } from '@/ui/filter-menu';
import { KeysetList } from '@/ui/keyset-list';
import { NoRows } from '@/ui/no-rows';
import { PageHeader } from '@/ui/page-header';
import { SearchBox } from '@/ui/search-box';
import { Toolbar } from '@/ui/toolbar';
import { type PersonSearch, personFilter } from './person-search';
import { PersonTable } from './person-table';

const InvitePersonDialog = lazy(() => import('./dialogs/invite-person-dialog'));

const PersonList = graphql(`
  query PersonList($first: Int, $after: String, $last: Int, $before: String, $filter: PersonFilter) {
    people(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      nodes {
        ...PersonRow
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
      totalCountIsExact
    }
  }
`);

const NamedOrganization = graphql(`
  query NamedOrganization($id: ID!) {
    organization(id: $id) {
      id
      name
      nameZh
    }
  }
`);

const route = getRouteApi('/_app/people');

export function PersonListPage() {
  const { t } = useTranslation(['members', 'common']);
  const viewer = useViewer();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [inviting, setInviting] = useState(false);
  const [{ data, error, fetching }, reload] = useQuery({
    query: PersonList,
    variables: { ...pageArguments(search), filter: personFilter(search) },
  });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  // Who manages everybody's people says whose; the others invite into their own organisation.
  const everywhere = viewer.permissions.some(({ action, scope }) => action === 'USER_MANAGE' && scope === 'ALL');
  return (
    <>
      <PageHeader
        title={t('people.title')}
        actions={
          may(viewer, 'USER_MANAGE') ? (
            <Button leftSection={<IconPlus size={15} />} onClick={() => setInviting(true)}>
              {t('people.invite')}
            </Button>
          ) : null
        }
      />
      <PersonFilters
        search={search}
        change={(next) => void navigate({ search: (now) => ({ ...now, ...FIRST_PAGE, ...next }), replace: true })}
      />
      <KeysetList
        page={data?.people}
        error={error}
        fetching={fetching}
        reload={reload}
        at={search}
        onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }) })}
        summary={(count, exact) => t(exact ? 'people.count' : 'people.countAtLeast', { count })}
      >
        {(people) => (
          <PersonTable
            label={t('people.title')}
            people={people}
            withOrganization
            onChanged={refresh}
            empty={
              <NoRows
                icon={IconUsers}
                title={t('people.empty')}
                text={t('people.emptyText')}
                filtered={isNarrowed(search)}
                noMatch={t('people.noMatch')}
                onClear={() => void navigate({ search: {} })}
              />
            }
          />
        )}
      </KeysetList>
      {inviting ? (
        <Suspense>
          <InvitePersonDialog
            organization={everywhere ? undefined : viewer.organization.id}
            onClose={() => setInviting(false)}
            onInvited={refresh}
          />
        </Suspense>
      ) : null}
    </>
  );
}

interface PersonFiltersProps {
  search: PersonSearch;
  change: (next: Partial<PersonSearch>) => void;
}

function PersonFilters({ search, change }: PersonFiltersProps) {
  const { t } = useTranslation(['members', 'enums']);
  const viewer = useViewer();
  return (
    <Toolbar
      search={
        <SearchBox label={t('people.search')} value={search.search} onChange={(next) => change({ search: next })} />
      }
    >
      <FilterMenu
        label={t('fields.roles')}
        options={Object.values(Role).map((value) => ({ value, label: t(`enums:role.${value}`) }))}
        selected={search.roles}
        onChange={(roles) => change({ roles })}
      />
      <FilterMenu
        label={t('fields.state')}
        options={Object.values(PersonState).map((value) => ({ value, label: t(`enums:personState.${value}`) }))}
        selected={search.states}
        onChange={(states) => change({ states })}
      />
      {may(viewer, 'USER_MANAGE') ? (
        <Button
          variant={search.noMail ? 'light' : 'default'}
          fw={500}
          aria-pressed={search.noMail === true}
          onClick={() => change({ noMail: search.noMail ? undefined : true })}
        >
          {t('noMail.filter')}
        </Button>
      ) : null}
      {search.organization ? (
        <OrganizationFilter id={search.organization} onClear={() => change({ organization: undefined })} />
      ) : null}
    </Toolbar>
  );
}

/** Comes from the organisation's page; here it can only be taken away. */
function OrganizationFilter({ id, onClear }: { id: string; onClear: () => void }) {
  const { t } = useTranslation(['members', 'common']);
  const { labelled } = useFormats();
  const localName = useLocalName();
  const [{ data }] = useQuery({ query: NamedOrganization, variables: { id } });
  const name = data?.organization ? localName(data.organization) : '…';
  return (
    <Button
      variant="light"
      fw={500}
      rightSection={<IconX size={14} aria-hidden />}
      aria-label={labelled(t('common:clear'), `${t('fields.organization')} ${name}`)}
      onClick={onClear}
    >
      {labelled(t('fields.organization'), name)}
    </Button>
  );
}
