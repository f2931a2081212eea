import { Button, Select } from '@mantine/core';
import { IconDownload, IconFileSearch, IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { LEAD_ACTIONS, NEEDED } from '@/features/bulk/bulk-action';
import { useSelection } from '@/features/bulk/use-selection';
import { NO_VIEW } from '@/features/views/no-view';
import ViewTabs from '@/features/views/view-tabs';
import { graphql } from '@/gql';
import { Channel, InfringementType, LeadState, Priority, Tlp } from '@/gql/graphql';
import { FIRST_PAGE, pageArguments } from '@/lib/keyset';
import { useLiveRefresh } from '@/lib/live';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { FilterMenu } from '@/ui/filter-menu';
import { KeysetList } from '@/ui/keyset-list';
import { NoRows } from '@/ui/no-rows';
import { PageHeader } from '@/ui/page-header';
import { SearchBox } from '@/ui/search-box';
import { TLP_TEXT } from '@/ui/tlp-badge';
import { Toolbar } from '@/ui/toolbar';
import { useLeadActivity } from './lead-activity-feed';
import {
  followUpOf,
  followUpSearch,
  hasFilter,
  type LeadSearch,
  type LeadSort,
  leadFilter,
  leadOrder,
  leadSearchOf,
} from './lead-search';
import { LeadTable } from './lead-table';

const LeadList = graphql(`
  query LeadList($first: Int, $after: String, $last: Int, $before: String, $filter: LeadFilter, $orderBy: LeadOrder) {
    leads(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {
      nodes {
        ...LeadRow
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
      totalCountIsExact
    }
  }
`);

const BulkBar = lazy(() => import('@/features/bulk/bulk-bar'));
const ExportDialog = lazy(() => import('@/features/exports/export-dialog'));

const route = getRouteApi('/_app/leads/');

export function LeadListPage() {
  const { t } = useTranslation(['leads', 'bulk', 'exports']);
  const viewer = useViewer();
  const selection = useSelection();
  const bulkActions = LEAD_ACTIONS.filter((action) => may(viewer, NEEDED[action]));
  const [exporting, setExporting] = useState(false);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [{ data, error, fetching }, reload] = useQuery({
    query: LeadList,
    variables: { ...pageArguments(search), filter: leadFilter(search), orderBy: leadOrder(search.sort) },
  });
  const activity = useLeadActivity();
  useLiveRefresh(activity, () => reload({ requestPolicy: 'network-only' }));
  const change = (next: Partial<LeadSearch>) =>
    void navigate({ search: (now) => ({ ...now, ...FIRST_PAGE, ...next }), replace: true });

  return (
    <>
      <PageHeader
        title={t('list.title')}
        actions={
          <>
            {may(viewer, 'LEAD_EXPORT') ? (
              <Button variant="default" leftSection={<IconDownload size={15} />} onClick={() => setExporting(true)}>
                {t('exports:open')}
              </Button>
            ) : null}
            {may(viewer, 'LEAD_CREATE') ? (
              <>
                <Button variant="default" renderRoot={(props) => <Link to="/imports" search={{}} {...props} />}>
                  {t('list.import')}
                </Button>
                <Button component={Link} to="/leads/new" leftSection={<IconPlus size={15} />}>
                  {t('list.new')}
                </Button>
              </>
            ) : null}
          </>
        }
      />
      <Toolbar>
        <ViewTabs
          list="LEADS"
          none={t('list.all')}
          current={search.saved}
          content={
            hasFilter(search) || search.sort
              ? { leads: { filter: leadFilter(search), orderBy: leadOrder(search.sort) } }
              : undefined
          }
          onOpen={(view, replace) => {
            const next = view ? { ...leadSearchOf(view.filter, view.orderBy), saved: view.id } : { saved: NO_VIEW };
            void navigate({ search: next, replace });
          }}
        />
        <SortSelect sort={search.sort} onSort={(sort) => change({ sort })} />
      </Toolbar>
      <LeadFilters search={search} change={change} />
      <KeysetList
        page={data?.leads}
        error={error}
        fetching={fetching}
        reload={reload}
        at={search}
        onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }) })}
        summary={(count, exact) => t(exact ? 'list.count' : 'list.countAtLeast', { count })}
      >
        {(leads) => (
          <LeadTable
            label={t('list.title')}
            leads={leads}
            empty={
              <NoLeads filtered={hasFilter(search)} onClear={() => void navigate({ search: { saved: NO_VIEW } })} />
            }
            selection={
              bulkActions.length > 0
                ? {
                    ...selection,
                    label: ({ reference }) => t('bulk:select', { name: reference }),
                    allLabel: t('bulk:selectAll'),
                  }
                : undefined
            }
          />
        )}
      </KeysetList>
      <Suspense>
        {selection.selected.size > 0 ? (
          <BulkBar
            selection={selection}
            actions={bulkActions}
            onDone={() => reload({ requestPolicy: 'network-only' })}
          />
        ) : null}
        {exporting ? (
          <ExportDialog
            filter={leadFilter(search)}
            orderBy={leadOrder(search.sort)}
            count={data?.leads.totalCount}
            onClose={() => setExporting(false)}
          />
        ) : null}
      </Suspense>
    </>
  );
}

function NoLeads({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const { t } = useTranslation('leads');
  const creates = may(useViewer(), 'LEAD_CREATE');
  return (
    <NoRows
      icon={IconFileSearch}
      title={t('list.empty')}
      text={t(creates ? 'list.emptyText' : 'list.emptyTextReader')}
      action={
        creates ? (
          <Button component={Link} to="/leads/new">
            {t('list.new')}
          </Button>
        ) : null
      }
      filtered={filtered}
      noMatch={t('list.noMatch')}
      noMatchText={t('list.noMatchText')}
      onClear={onClear}
    />
  );
}

interface LeadFiltersProps {
  search: LeadSearch;
  change: (next: Partial<LeadSearch>) => void;
}

function LeadFilters({ search, change }: LeadFiltersProps) {
  const { t } = useTranslation(['leads', 'enums']);
  const options = <Value extends string>(values: Record<string, Value>, label: (value: Value) => string) =>
    Object.values(values).map((value) => ({ value, label: label(value) }));
  return (
    <Toolbar
      search={
        <SearchBox label={t('list.search')} value={search.search} onChange={(next) => change({ search: next })} />
      }
    >
      <FilterMenu
        label={t('fields.state')}
        options={options(LeadState, (value) => t(`enums:leadState.${value}`))}
        selected={search.states}
        onChange={(states) => change({ states })}
      />
      <FilterMenu
        label="TLP"
        options={options(Tlp, (value) => TLP_TEXT[value].replace('TLP:', ''))}
        selected={search.tlp}
        onChange={(tlp) => change({ tlp })}
      />
      <FilterMenu
        label={t('fields.priority')}
        options={options(Priority, (value) => t(`enums:priority.${value}`))}
        selected={search.priorities}
        onChange={(priorities) => change({ priorities })}
      />
      <FilterMenu
        label={t('fields.types')}
        options={options(InfringementType, (value) => t(`enums:infringement.${value}`))}
        selected={search.types}
        onChange={(types) => change({ types })}
      />
      <FilterMenu
        label={t('fields.channel')}
        options={options(Channel, (value) => t(`enums:channel.${value}`))}
        selected={search.channels}
        onChange={(channels) => change({ channels })}
      />
      <Button
        variant={search.mine ? 'light' : 'default'}
        fw={500}
        aria-pressed={search.mine === true}
        onClick={() => change({ mine: search.mine ? undefined : true })}
      >
        {t('list.mine')}
      </Button>
      <FilterMenu
        label={t('list.followUp')}
        options={[
          { value: 'ME', label: t('list.assignee.ME') },
          { value: 'NOBODY', label: t('list.assignee.NOBODY') },
          { value: 'WATCHED', label: t('list.watched') },
        ]}
        selected={followUpOf(search)}
        onChange={(next) => change(followUpSearch(next, search))}
      />
    </Toolbar>
  );
}

function SortSelect({ sort, onSort }: { sort: LeadSort | undefined; onSort: (sort: LeadSort | undefined) => void }) {
  const { t } = useTranslation('leads');
  return (
    <Select
      size="xs"
      w={132}
      aria-label={t('list.sort')}
      allowDeselect={false}
      value={sort ?? 'newest'}
      onChange={(next) => onSort(next === 'newest' ? undefined : (next as LeadSort))}
      data={(['newest', 'oldest', 'priority'] as const).map((value) => ({ value, label: t(`list.sortBy.${value}`) }))}
    />
  );
}
