import { Button, Group, Progress } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { type ImportPageFragment, type ImportResultRowFragment, LeadImportOutcome } from '@/gql/graphql';
import { hasErrorCode } from '@/lib/errors';
import { FIRST_PAGE, pageArguments } from '@/lib/keyset';
import { useCommand } from '@/lib/use-command';
import { type Column, DataTable } from '@/ui/data-table';
import { FilterMenu } from '@/ui/filter-menu';
import { KeysetList } from '@/ui/keyset-list';
import { NoRows } from '@/ui/no-rows';
import { notify } from '@/ui/notify';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { RouteMissing } from '@/ui/route-missing';
import { Section } from '@/ui/section';
import { TlpBadge } from '@/ui/tlp-badge';
import { Count } from './counts';
import classes from './imports.module.css';
import { Fate, ImportStateBadge, Why } from './words';

const ImportPageQuery = graphql(`
  query ImportPage($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $filter: ImportResultFilter) {
    import(id: $id) {
      ...ImportPage
      results(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
        nodes {
          ...ImportResultRow
        }
        pageInfo {
          ...PageEnds
        }
        totalCount
        totalCountIsExact
      }
    }
  }
  fragment ImportPage on Import {
    id
    name
    state
    total
    done
    created
    alreadyThere
    refused
    skipped
    version
    allowedActions
  }
  fragment ImportResultRow on ImportResult {
    position
    at
    kind
    label
    verdict
    reason
    fields
    outcome
    lead {
      id
      reference
      tlp
    }
  }
`);

const CancelImport = graphql(`
  mutation CancelImport($input: CancelImportInput!) {
    cancelImport(input: $input) {
      import {
        ...ImportPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** How often a running import is looked at. */
const LOOK_MS = 1_500;

const route = getRouteApi('/_app/imports/$id');

export function ImportPage() {
  const { t } = useTranslation('imports');
  const { id } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [{ data, error, fetching }, reload] = useQuery({
    query: ImportPageQuery,
    variables: {
      id,
      ...pageArguments(search),
      filter: { leadsOnly: search.parts ? undefined : true, outcomeIn: search.outcomes },
    },
  });
  const found = data?.import;
  useLookWhile(found?.state === 'RUNNING', () => reload({ requestPolicy: 'network-only' }));
  if (!found) {
    if (hasErrorCode(error, 'NOT_FOUND') || hasErrorCode(error, 'INVALID_ID')) return <RouteMissing />;
    if (error) return <QueryFailure error={error} retry={reload} />;
    return <PageHeader eyebrow={<Trail />} title={t('reading')} />;
  }
  const outcomes = Object.values(LeadImportOutcome)
    .filter((outcome) => outcome !== 'WOULD_CREATE')
    .map((value) => ({ value, label: t(`outcome.${value}`) }));
  const change = (next: Partial<typeof search>) =>
    void navigate({ search: (now) => ({ ...now, ...FIRST_PAGE, ...next }), replace: true });
  return (
    <>
      <PageHeader
        eyebrow={<Trail />}
        title={found.name || t('unnamed')}
        meta={<ImportStateBadge state={found.state} />}
        actions={<Cancel found={found} onDone={() => reload({ requestPolicy: 'network-only' })} />}
      />
      <div className={classes.page}>
        <Standing found={found} />
        <Section title={t('results.title')}>
          <Group gap="xs" mb="sm">
            <Button
              variant={search.parts ? 'light' : 'default'}
              fw={500}
              aria-pressed={search.parts === true}
              onClick={() => change({ parts: search.parts ? undefined : true })}
            >
              {t('withParts')}
            </Button>
            <FilterMenu
              label={t('columns.outcome')}
              options={outcomes}
              selected={search.outcomes}
              onChange={(chosen) => change({ outcomes: chosen })}
            />
          </Group>
          <KeysetList
            page={found.results}
            error={error}
            fetching={fetching}
            reload={reload}
            at={search}
            onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }) })}
            summary={(count, exact) => t(exact ? 'report.count' : 'report.countAtLeast', { count })}
          >
            {(rows) => (
              <ResultTable
                rows={rows}
                filtered={search.outcomes !== undefined}
                onClear={() => change({ outcomes: undefined, parts: undefined })}
              />
            )}
          </KeysetList>
        </Section>
      </div>
    </>
  );
}

/** Reads again while it runs and somebody looks. */
function useLookWhile(running: boolean, look: () => void) {
  const current = useRef(look);
  current.current = look;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') current.current();
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [running]);
}

function Trail() {
  const { t } = useTranslation('imports');
  return (
    <>
      <Link to="/imports" search={{}}>
        {t('title')}
      </Link>
      <span aria-hidden> /</span>
    </>
  );
}

function Cancel({ found, onDone }: { found: ImportPageFragment; onDone: () => void }) {
  const { t } = useTranslation('imports');
  const { run, running } = useCommand(CancelImport);
  if (!found.allowedActions.includes('CANCEL')) return null;
  const cancel = async () => {
    const outcome = await run({ input: { id: found.id, expectedVersion: found.version } });
    void notify(outcome.ok ? t('cancelled') : (outcome.failure.message ?? t('problem.refused')));
    onDone();
  };
  return (
    <Button variant="default" loading={running} onClick={() => void cancel()}>
      {t('cancel')}
    </Button>
  );
}

function Standing({ found }: { found: ImportPageFragment }) {
  const { t } = useTranslation('imports');
  const share = found.total > 0 ? (100 * found.done) / found.total : 100;
  const numbers = ['created', 'alreadyThere', 'refused', 'skipped'] as const;
  return (
    <div>
      {found.state === 'RUNNING' ? (
        <Progress value={share} aria-label={t('progress', { done: found.done, total: found.total })} mb="md" />
      ) : null}
      <p role="status" className={classes.hint}>
        {found.state === 'RUNNING'
          ? t('progress', { done: found.done, total: found.total })
          : t(`ended.${found.state}`)}
      </p>
      <dl className={classes.counts}>
        {numbers.map((name) => (
          <Count key={name} label={t(`counts.${name}`)} number={found[name]} />
        ))}
      </dl>
    </div>
  );
}

interface ResultTableProps {
  rows: readonly ImportResultRowFragment[] | undefined;
  filtered: boolean;
  onClear: () => void;
}

function ResultTable({ rows, filtered, onClear }: ResultTableProps) {
  const { t } = useTranslation('imports');
  const columns: Column<ImportResultRowFragment>[] = [
    { key: 'label', header: t('columns.label'), primary: true, render: ({ label, kind }) => label || kind },
    {
      key: 'at',
      header: t('columns.at'),
      from: 'lg',
      width: 150,
      render: ({ at }) => <span className={classes.where}>{at}</span>,
    },
    {
      key: 'outcome',
      header: t('columns.outcome'),
      width: 160,
      render: ({ verdict, outcome }) => <Fate verdict={verdict} outcome={outcome} />,
    },
    {
      key: 'lead',
      header: t('columns.lead'),
      width: 140,
      render: ({ lead }) =>
        lead ? (
          <Link to="/leads/$reference" params={{ reference: lead.reference }} search={{}}>
            {lead.reference}
          </Link>
        ) : null,
    },
    {
      key: 'tlp',
      header: 'TLP',
      width: 130,
      from: 'md',
      render: ({ lead }) => (lead ? <TlpBadge tlp={lead.tlp} /> : null),
    },
    {
      key: 'why',
      header: t('columns.reason'),
      render: ({ reason, fields }) => <Why reason={reason} fields={fields} />,
    },
  ];
  return (
    <DataTable
      label={t('results.title')}
      columns={columns}
      rows={rows}
      rowKey={({ position }) => String(position)}
      empty={
        <NoRows
          icon={IconFileImport}
          title={t('results.none')}
          text={t('results.noneText')}
          filtered={filtered}
          noMatch={t('report.empty')}
          onClear={onClear}
        />
      }
    />
  );
}
