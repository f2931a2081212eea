import { Button, Group } from '@mantine/core';
import { IconFileStack } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { IngestRunRowFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { pageArguments } from '@/lib/keyset';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { KeysetList } from '@/ui/keyset-list';
import { notify } from '@/ui/notify';
import { Section } from '@/ui/section';
import { RunStateBadge } from './ingest-words';
import { fetchReport } from './stream';
import { useLookWhile } from './use-look-while';

const IngestRunsQuery = graphql(`
  query IngestRuns($first: Int, $after: String, $last: Int, $before: String) {
    ingestRuns(first: $first, after: $after, last: $last, before: $before) {
      nodes {
        ...IngestRunRow
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
      totalCountIsExact
    }
  }
  fragment IngestRunRow on IngestRun {
    id
    state
    dryRun
    linesDone
    created
    alreadyThere
    duplicates
    refused
    createdAt
    updatedAt
  }
`);

/** As many as stand above the listings. */
const FEW = 5;

const route = getRouteApi('/_app/partners/ingest');

interface IngestRunsProps {
  /** Changes when this page has sent something. */
  moves: number;
  onResume: (run: IngestRunRowFragment) => void;
  onAll: () => void;
}

/** One's own files, latest first: how far each is, and what stands in the way of its lines. */
export function IngestRuns({ moves, onResume, onAll }: IngestRunsProps) {
  const { t } = useTranslation('ingest');
  const { files, after, before } = route.useSearch();
  const navigate = route.useNavigate();
  const at = files ? { after, before } : {};
  const [{ data, error, fetching }, reload] = useQuery({
    query: IngestRunsQuery,
    variables: pageArguments(at, files ? undefined : FEW),
  });
  const again = () => reload({ requestPolicy: 'network-only' });
  const runs = data?.ingestRuns;
  useLookWhile(runs?.nodes.some(({ state }) => state === 'OPEN') ?? false, again);
  const latest = useRef(again);
  latest.current = again;
  useEffect(() => {
    if (moves > 0) latest.current();
  }, [moves]);
  const columns = useColumns(onResume);
  const table = (rows: readonly IngestRunRowFragment[] | undefined) => (
    <DataTable
      label={t('files.title')}
      columns={columns}
      rows={rows}
      likely={1}
      rowKey={({ id }) => id}
      empty={<EmptyState icon={IconFileStack} title={t('files.empty')} text={t('files.emptyText')} />}
    />
  );
  const more = !files && (runs?.totalCount ?? 0) > FEW;
  return (
    <Section
      title={t('files.title')}
      actions={
        more ? (
          <Button variant="default" onClick={onAll}>
            {t('files.all')}
          </Button>
        ) : null
      }
    >
      {files || error ? (
        <KeysetList
          page={runs}
          error={error}
          fetching={fetching}
          reload={reload}
          at={at}
          onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }) })}
          summary={(count, exact) => t(exact ? 'files.count' : 'files.countAtLeast', { count })}
        >
          {table}
        </KeysetList>
      ) : (
        table(runs?.nodes)
      )}
    </Section>
  );
}

function useColumns(onResume: (run: IngestRunRowFragment) => void): Column<IngestRunRowFragment>[] {
  const { t } = useTranslation('ingest');
  const { number, moment, dateTime } = useFormats();
  const counted = (key: 'created' | 'alreadyThere' | 'duplicates' | 'refused', from?: 'md' | 'lg') => ({
    key,
    header: t(`counts.${key}`),
    width: 112,
    align: 'end' as const,
    from,
    render: (run: IngestRunRowFragment) => number(run[key]),
  });
  return [
    {
      key: 'at',
      header: t('files.started'),
      primary: true,
      render: ({ createdAt, dryRun }) => (
        <>
          <time dateTime={createdAt} title={dateTime(createdAt)}>
            {moment(createdAt)}
          </time>
          {dryRun ? ` · ${t('files.dryRun')}` : ''}
        </>
      ),
    },
    { key: 'state', header: t('fields.state'), width: 136, render: ({ state }) => <RunStateBadge state={state} /> },
    {
      key: 'lines',
      header: t('counts.lines'),
      width: 96,
      align: 'end',
      render: ({ linesDone }) => number(linesDone),
    },
    counted('created'),
    counted('alreadyThere', 'md'),
    counted('duplicates', 'md'),
    counted('refused'),
    {
      key: 'actions',
      header: t('fields.actions'),
      width: 184,
      align: 'end',
      render: (run) => <RunActions run={run} onResume={onResume} />,
    },
  ];
}

interface RunActionsProps {
  run: IngestRunRowFragment;
  onResume: (run: IngestRunRowFragment) => void;
}

function RunActions({ run, onResume }: RunActionsProps) {
  const { t } = useTranslation('ingest');
  const { labelled, moment } = useFormats();
  const { id, state, refused, duplicates, createdAt } = run;
  const report = async () => {
    if (!(await fetchReport(id))) void notify(t('problems.unreachable'));
  };
  const button = (label: string, act: () => void) => (
    <Button variant="default" size="compact-xs" aria-label={labelled(label, moment(createdAt))} onClick={act}>
      {label}
    </Button>
  );
  return (
    <Group gap={6} justify="flex-end" wrap="nowrap">
      {state === 'OPEN' ? button(t('files.resume'), () => onResume(run)) : null}
      {refused + duplicates > 0 ? button(t('files.report'), () => void report()) : null}
    </Group>
  );
}
