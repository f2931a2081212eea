import { Button } from '@mantine/core';
import { IconHistory, IconX } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { usePersonDirectory } from '@/features/members/directory';
import { graphql } from '@/gql';
import { useFormats } from '@/lib/format';
import { FIRST_PAGE, isNarrowed, pageArguments } from '@/lib/keyset';
import { may } from '@/lib/permissions';
import { useTimeZone, useViewer } from '@/lib/viewer';
import { DayFilter } from '@/ui/day-filter';
import { FilterMenu } from '@/ui/filter-menu';
import { KeysetList } from '@/ui/keyset-list';
import { NoRows } from '@/ui/no-rows';
import { PageHeader } from '@/ui/page-header';
import { RemoteSelect } from '@/ui/remote-select';
import { RouteMissing } from '@/ui/route-missing';
import { Toolbar } from '@/ui/toolbar';
import { AUDIT_ACTIONS } from './audit-entry';
import { auditFilter } from './audit-filter';
import { AuditSeal } from './audit-seal';
import type { AuditSearch } from './audit-search';
import { AuditTable } from './audit-table';

const AuditLog = graphql(`
  query AuditLog($first: Int, $after: String, $last: Int, $before: String, $filter: AuditFilter) {
    auditEntries(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      nodes {
        ...AuditRow
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
      totalCountIsExact
    }
    auditSeal {
      ...AuditSeal
    }
  }
`);

const AuditActor = graphql(`
  query AuditActor($id: ID!) {
    node(id: $id) {
      __typename
      ... on Person {
        id
        name
      }
    }
  }
`);

/** The filters are of use before the calendar is there. */

const route = getRouteApi('/_app/audit');

export function AuditPage() {
  return may(useViewer(), 'AUDIT_READ') ? <AuditTrail /> : <RouteMissing />;
}

function AuditTrail() {
  const { t } = useTranslation('audit');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const timeZone = useTimeZone();
  const [{ data, error, fetching }, reload] = useQuery({
    query: AuditLog,
    variables: { ...pageArguments(search), filter: auditFilter(search, timeZone) },
  });
  const change = (next: Partial<AuditSearch>) =>
    void navigate({ search: (now) => ({ ...now, ...FIRST_PAGE, ...next }), replace: true });
  return (
    <>
      <PageHeader title={t('title')} />
      <AuditSeal seal={data?.auditSeal} />
      <AuditFilters search={search} change={change} />
      <KeysetList
        page={data?.auditEntries}
        error={error}
        fetching={fetching}
        reload={reload}
        at={search}
        onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }) })}
        summary={(count, exact) => t(exact ? 'count' : 'countAtLeast', { count })}
      >
        {(entries) => (
          <AuditTable
            label={t('title')}
            entries={entries}
            onObject={(object) => change({ object })}
            empty={
              <NoRows
                icon={IconHistory}
                title={t('empty')}
                text={t('emptyText')}
                filtered={isNarrowed(search)}
                noMatch={t('noMatch')}
                onClear={() => void navigate({ search: {} })}
              />
            }
          />
        )}
      </KeysetList>
    </>
  );
}

interface AuditFiltersProps {
  search: AuditSearch;
  change: (next: Partial<AuditSearch>) => void;
}

function AuditFilters({ search, change }: AuditFiltersProps) {
  const { t } = useTranslation(['audit', 'common']);
  const { labelled } = useFormats();
  const viewer = useViewer();
  // Who reads only the own acts need not say whose.
  const readsOthers = viewer.permissions.some(({ action, scope }) => action === 'AUDIT_READ' && scope !== 'NAMED');
  return (
    <Toolbar>
      <FilterMenu
        label={t('fields.action')}
        options={AUDIT_ACTIONS.map((value) => ({ value, label: t(`actions.${value}`) }))}
        selected={AUDIT_ACTIONS.filter((action) => search.actions?.includes(action))}
        onChange={(actions) => change({ actions })}
      />
      {readsOthers ? <ActorFilter value={search.actor} onChange={(actor) => change({ actor })} /> : null}
      <DayFilter label={t('fields.from')} max={search.to} value={search.from} onChange={(from) => change({ from })} />
      <DayFilter label={t('fields.to')} min={search.from} value={search.to} onChange={(to) => change({ to })} />
      {search.object ? (
        <Button
          variant="light"
          fw={500}
          rightSection={<IconX size={14} aria-hidden />}
          aria-label={labelled(t('common:clear'), `${t('fields.object')} ${search.object}`)}
          onClick={() => change({ object: undefined })}
        >
          {labelled(t('fields.object'), search.object)}
        </Button>
      ) : null}
    </Toolbar>
  );
}

function ActorFilter({ value, onChange }: { value?: string; onChange: (value?: string) => void }) {
  const { t } = useTranslation('audit');
  const { options, onSearch } = usePersonDirectory();
  // The address holds only the id; the directory may not have the person on its first page.
  const [{ data }] = useQuery({ query: AuditActor, variables: { id: value ?? '' }, pause: !value });
  const actor = data?.node?.__typename === 'Person' && data.node.id === value ? data.node : null;
  const named = actor && !options.some((option) => option.value === actor.id);
  return (
    <RemoteSelect
      options={named ? [...options, { value: actor.id, label: actor.name }] : options}
      onSearch={onSearch}
      size="xs"
      aria-label={t('fields.actor')}
      placeholder={t('fields.actor')}
      clearable
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}
