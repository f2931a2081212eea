import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconPlus, IconShield } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { AgencyKind } from '@/gql/graphql';
import { useCountries } from '@/lib/countries';
import { FIRST_PAGE, isNarrowed, pageArguments } from '@/lib/keyset';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { FilterMenu } from '@/ui/filter-menu';
import { KeysetList } from '@/ui/keyset-list';
import { NoRows } from '@/ui/no-rows';
import { PageHeader } from '@/ui/page-header';
import { SearchBox } from '@/ui/search-box';
import { Toolbar } from '@/ui/toolbar';
import { type AgencySearch, agencyFilter } from './agency-search';
import { AgencyTable } from './agency-table';
import { useLanguages } from './languages';
import { OfficersWaiting } from './officers-waiting';

const CreateAgencyDialog = lazy(() => import('./dialogs/create-agency-dialog'));

const AgencyList = graphql(`
  query AgencyList(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: AgencyFilter
    $verifies: Boolean!
  ) {
    waiting: officers(first: 20, filter: { states: [PROPOSED, LAPSED] }) @include(if: $verifies) {
      nodes {
        ...OfficerWaiting
      }
      totalCount
    }
    ending: officers(first: 20, filter: { states: [VERIFIED], endsSoon: true }, orderBy: ATTESTED_UNTIL)
      @include(if: $verifies) {
      nodes {
        ...OfficerWaiting
      }
      totalCount
    }
    agencies(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: JURISDICTION) {
      nodes {
        ...AgencyRow
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
      totalCountIsExact
    }
  }
`);

const route = getRouteApi('/_app/agencies/');

/** The directory of law enforcement: who is competent where, in which language, and whether somebody is there. */
export function AgencyListPage() {
  const { t } = useTranslation('agencies');
  const viewer = useViewer();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [making, setMaking] = useState(false);
  const [{ data, error, fetching }, reload] = useQuery({
    query: AgencyList,
    variables: {
      ...pageArguments(search),
      filter: agencyFilter(search),
      verifies: may(viewer, 'OFFICER_VERIFY'),
    },
  });
  // Agencies keep their own entry; the desk alone makes new ones.
  const makes = may(viewer, 'AGENCY_EDIT') && viewer.organization.kind !== 'LE_AGENCY';
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          makes ? (
            <Button leftSection={<IconPlus size={15} />} onClick={() => setMaking(true)}>
              {t('new')}
            </Button>
          ) : null
        }
      />
      <AgencyFilters
        search={search}
        change={(next) => void navigate({ search: (now) => ({ ...now, ...FIRST_PAGE, ...next }), replace: true })}
      />
      <OfficersWaiting waiting={data?.waiting} ending={data?.ending} />
      <KeysetList
        page={data?.agencies}
        error={error}
        fetching={fetching}
        reload={reload}
        at={search}
        onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }) })}
        summary={(count, exact) => t(exact ? 'count' : 'countAtLeast', { count })}
      >
        {(agencies) => (
          <AgencyTable
            label={t('title')}
            agencies={agencies}
            empty={
              <NoRows
                icon={IconShield}
                title={t('empty')}
                text={t('emptyText')}
                filtered={isNarrowed(search)}
                noMatch={t('noMatch')}
                noMatchText={t('noMatchText')}
                onClear={() => void navigate({ search: {} })}
              />
            }
          />
        )}
      </KeysetList>
      {making ? (
        <Suspense>
          <CreateAgencyDialog
            onClose={() => setMaking(false)}
            onCreated={(id) => void navigate({ to: '/agencies/$id', params: { id }, search: {} })}
          />
        </Suspense>
      ) : null}
    </>
  );
}

interface AgencyFiltersProps {
  search: AgencySearch;
  change: (next: Partial<AgencySearch>) => void;
}

function AgencyFilters({ search, change }: AgencyFiltersProps) {
  const { t } = useTranslation(['agencies', 'common']);
  const countries = useCountries();
  const { options } = useLanguages();
  return (
    <Toolbar
      search={<SearchBox label={t('search')} value={search.search} onChange={(next) => change({ search: next })} />}
    >
      <FilterMenu
        label={t('fields.kind')}
        options={Object.values(AgencyKind).map((value) => ({ value, label: t(`kinds.${value}`) }))}
        selected={search.kinds}
        onChange={(kinds) => change({ kinds })}
      />
      <Select
        size="xs"
        w={168}
        aria-label={t('fields.country')}
        placeholder={t('fields.country')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('common:clear') }}
        data={countries}
        value={search.country ?? null}
        onChange={(country) => change({ country: country ?? undefined, division: undefined })}
      />
      {search.country ? (
        // Another country is another field.
        <DivisionBox key={search.country} value={search.division} onChange={(division) => change({ division })} />
      ) : null}
      <Select
        size="xs"
        w={148}
        aria-label={t('fields.language')}
        placeholder={t('fields.language')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('common:clear') }}
        data={options}
        value={search.language ?? null}
        onChange={(language) => change({ language: language ?? undefined })}
      />
    </Toolbar>
  );
}

interface DivisionBoxProps {
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

function DivisionBox({ value, onChange }: DivisionBoxProps) {
  const { t } = useTranslation('agencies');
  const [typed, setTyped] = useState(value ?? '');
  const report = useDebouncedCallback((next: string) => onChange(next.trim() || undefined), 250);
  return (
    <TextInput
      size="xs"
      w={128}
      aria-label={t('fields.division')}
      placeholder={t('fields.division')}
      maxLength={12}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        report(currentTarget.value);
      }}
    />
  );
}
