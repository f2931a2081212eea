import { Button } from '@mantine/core';
import { IconListDetails, IconX } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useOrganizationDirectory } from '@/features/members/directory';
import { graphql } from '@/gql';
import { type EntryRowFragment, type FundPageFragment, LedgerEntryKind } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { FIRST_PAGE, isNarrowed, pageArguments } from '@/lib/keyset';
import { DayFilter } from '@/ui/day-filter';
import { FilterMenu } from '@/ui/filter-menu';
import { KeysetList } from '@/ui/keyset-list';
import { NoRows } from '@/ui/no-rows';
import { RemoteSelect } from '@/ui/remote-select';
import { SearchBox } from '@/ui/search-box';
import { Toolbar } from '@/ui/toolbar';
import { EntryTable } from './entry-table';
import type { FundSearch } from './fund-search';

const ReversalDialog = lazy(() => import('./dialogs/reversal-dialog'));

const FundEntriesOf = graphql(`
  query FundEntries(
    $id: ID!
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: LedgerEntryFilter
  ) {
    fund(id: $id) {
      id
      entries(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
        nodes {
          ...EntryRow
        }
        pageInfo {
          ...PageEnds
        }
        totalCount
        totalCountIsExact
      }
    }
  }
`);

const FilterOrganization = graphql(`
  query FundFilterOrganization($id: ID!) {
    node(id: $id) {
      __typename
      ... on Organization {
        id
        name
      }
    }
  }
`);

const route = getRouteApi('/_app/funds/$id');

/** The ledger itself: what was written once and is never changed, the latest first. */
export function FundEntries({ fund }: { fund: FundPageFragment }) {
  const { t } = useTranslation('funds');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [reversing, setReversing] = useState<EntryRowFragment | null>(null);
  const { kinds, from, to, organization, hold, reference, after, before } = search;
  const filters = { kinds, from, to, organization, hold, reference };
  const [{ data, error, fetching }, reload] = useQuery({
    query: FundEntriesOf,
    variables: {
      id: fund.id,
      ...pageArguments({ after, before }),
      filter: { kinds, from, to, organizationId: organization, holdId: hold, bankReference: reference },
    },
  });
  const change = (next: Partial<FundSearch>) =>
    void navigate({ search: (now) => ({ ...now, ...FIRST_PAGE, ...next }), replace: true });
  return (
    <>
      <EntryFilters search={search} change={change} whole={Boolean(fund.balance)} />
      <KeysetList
        page={data?.fund?.entries}
        error={error}
        fetching={fetching}
        reload={reload}
        at={search}
        onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }) })}
        summary={(count, exact) => t(exact ? 'entries.count' : 'entries.countAtLeast', { count })}
      >
        {(entries) => (
          <EntryTable
            entries={entries}
            onReverse={fund.allowedActions.includes('PROPOSE') ? setReversing : undefined}
            empty={
              <NoRows
                icon={IconListDetails}
                title={t('entries.empty')}
                text={t('entries.emptyText')}
                filtered={isNarrowed(filters)}
                noMatch={t('entries.noMatch')}
                onClear={() => void navigate({ search: { part: 'ENTRIES' } })}
              />
            }
          />
        )}
      </KeysetList>
      {reversing ? (
        <Suspense>
          <ReversalDialog entry={reversing} onClose={() => setReversing(null)} />
        </Suspense>
      ) : null}
    </>
  );
}

interface EntryFiltersProps {
  search: FundSearch;
  change: (next: Partial<FundSearch>) => void;
  /** Whether the viewer sees more than what is of the own organisation. */
  whole: boolean;
}

function EntryFilters({ search, change, whole }: EntryFiltersProps) {
  const { t } = useTranslation(['funds', 'common']);
  const { labelled } = useFormats();
  return (
    <Toolbar
      search={
        <SearchBox
          label={t('fields.bankReference')}
          value={search.reference}
          onChange={(reference) => change({ reference })}
        />
      }
    >
      <FilterMenu
        label={t('fields.kind')}
        options={Object.values(LedgerEntryKind).map((value) => ({ value, label: t(`entryKinds.${value}`) }))}
        selected={search.kinds}
        onChange={(kinds) => change({ kinds })}
      />
      <DayFilter label={t('fields.from')} max={search.to} value={search.from} onChange={(from) => change({ from })} />
      <DayFilter label={t('fields.to')} min={search.from} value={search.to} onChange={(to) => change({ to })} />
      {whole ? (
        <OrganizationFilter value={search.organization} onChange={(organization) => change({ organization })} />
      ) : null}
      {search.hold ? (
        <Button
          variant="light"
          fw={500}
          rightSection={<IconX size={14} aria-hidden />}
          aria-label={labelled(t('common:clear'), t('entries.ofHold'))}
          onClick={() => change({ hold: undefined })}
        >
          {t('entries.ofHold')}
        </Button>
      ) : null}
    </Toolbar>
  );
}

function OrganizationFilter({ value, onChange }: { value?: string; onChange: (value?: string) => void }) {
  const { t } = useTranslation('funds');
  const { options, onSearch } = useOrganizationDirectory();
  // The address holds only the id; the directory may not have it on its first page.
  const [{ data }] = useQuery({ query: FilterOrganization, variables: { id: value ?? '' }, pause: !value });
  const found = data?.node?.__typename === 'Organization' && data.node.id === value ? data.node : null;
  const named = found && !options.some((option) => option.value === found.id);
  return (
    <RemoteSelect
      options={named ? [...options, { value: found.id, label: found.name }] : options}
      onSearch={onSearch}
      size="xs"
      aria-label={t('fields.organization')}
      placeholder={t('fields.organization')}
      clearable
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}
