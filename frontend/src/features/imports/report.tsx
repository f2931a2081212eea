import { Button, Group, Stack, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import {
  type ImportElementRowFragment,
  type ImportInput,
  type ImportPreviewFragment,
  ImportVerdict,
} from '@/gql/graphql';
import { failureText } from '@/lib/command';
import { useIdempotencyKey } from '@/lib/draft';
import { FIRST_PAGE, type KeysetPage, pageArguments } from '@/lib/keyset';
import { useCommand } from '@/lib/use-command';
import { type Column, DataTable } from '@/ui/data-table';
import { FailureNote } from '@/ui/failure-note';
import { FilterMenu } from '@/ui/filter-menu';
import { KeysetList } from '@/ui/keyset-list';
import { NoRows } from '@/ui/no-rows';
import { TlpBadge } from '@/ui/tlp-badge';
import { Count } from './counts';
import type { ReportFilter } from './import-search';
import classes from './imports.module.css';
import { Fate, Why } from './words';

const Preview = graphql(`
  query ImportPreview(
    $input: ImportInput!
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: ImportElementFilter
  ) {
    importPreview(input: $input) {
      ...ImportPreview
      elements(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
        nodes {
          ...ImportElementRow
        }
        pageInfo {
          ...PageEnds
        }
        totalCount
        totalCountIsExact
      }
    }
  }
  fragment ImportPreview on ImportPreview {
    token
    mistake {
      message
      line
      column
    }
    wouldCreate
    alreadyThere
    refused
    understood
    partly
    kept
    skipped
    reasons {
      reason
      count
    }
    subjects {
      kind
      count
    }
  }
  fragment ImportElementRow on ImportElement {
    position
    at
    kind
    label
    verdict
    reason
    fields
    lead {
      tlp
      itemCount
      outcome
      existing {
        id
        reference
      }
      possibleDuplicates {
        id
        reference
      }
    }
  }
`);

const StartImport = graphql(`
  mutation StartImport($input: StartImportInput!) {
    startImport(input: $input) {
      import {
        id
        state
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface ReportProps {
  input: ImportInput;
  onStarted: (id: string) => void;
}

/** What would become of the file, with nothing written, and the step that does it. */
export function Report({ input, onStarted }: ReportProps) {
  const { t } = useTranslation('imports');
  const [at, setAt] = useState<KeysetPage>({});
  const [filter, setFilter] = useState<ReportFilter>({ leadsOnly: false, verdicts: undefined, reasons: undefined });
  const [{ data, error, fetching, stale }, reload] = useQuery({
    query: Preview,
    variables: {
      input,
      ...pageArguments(at),
      filter: { leadsOnly: filter.leadsOnly, verdictIn: filter.verdicts, reasonIn: filter.reasons },
    },
    requestPolicy: 'network-only',
  });
  const preview = data?.importPreview;
  const change = (next: Partial<ReportFilter>) => {
    setFilter((now) => ({ ...now, ...next }));
    setAt(FIRST_PAGE);
  };
  if (preview?.mistake) {
    const { message, line, column } = preview.mistake;
    const where = line ? t('mistakeAt', { line, column: column ?? 1 }) : '';
    return <FailureNote message={t('unreadable', { text: `${message} ${where}`.trim() })} />;
  }
  return (
    <>
      {preview ? <Counts preview={preview} /> : null}
      {preview ? <Filters preview={preview} filter={filter} change={change} /> : null}
      <KeysetList
        page={preview?.elements}
        error={error}
        fetching={fetching}
        reload={reload}
        at={at}
        onPage={setAt}
        summary={(count, exact) => t(exact ? 'report.count' : 'report.countAtLeast', { count })}
      >
        {(rows) => (
          <ElementTable
            rows={rows}
            onClear={() => change({ leadsOnly: false, verdicts: undefined, reasons: undefined })}
          />
        )}
      </KeysetList>
      {preview ? <Start input={input} preview={preview} waits={fetching || stale} onStarted={onStarted} /> : null}
    </>
  );
}

function Counts({ preview }: { preview: ImportPreviewFragment }) {
  const { t } = useTranslation('imports');
  const numbers = ['wouldCreate', 'alreadyThere', 'refused', 'understood', 'partly', 'kept', 'skipped'] as const;
  return (
    <>
      <dl className={classes.counts}>
        {numbers.map((name) => (
          <Count key={name} label={t(`counts.${name}`)} number={preview[name]} />
        ))}
      </dl>
      {preview.subjects.length > 0 ? (
        <Text size="sm" c="dimmed" mb="sm">
          {t('subjects', {
            list: preview.subjects.map(({ kind, count }) => `${t(`subject.${kind}`)}: ${count}`).join(', '),
          })}
        </Text>
      ) : null}
    </>
  );
}

interface FiltersProps {
  preview: ImportPreviewFragment;
  filter: ReportFilter;
  change: (next: Partial<ReportFilter>) => void;
}

function Filters({ preview, filter, change }: FiltersProps) {
  const { t } = useTranslation('imports');
  const verdicts = Object.values(ImportVerdict).map((value) => ({ value, label: t(`verdict.${value}`) }));
  const reasons = preview.reasons.map(({ reason, count }) => ({
    value: reason,
    label: `${t(`reason.${reason}`)} (${count})`,
  }));
  return (
    <Group gap="xs" mb="sm">
      <Button
        variant={filter.leadsOnly ? 'light' : 'default'}
        fw={500}
        aria-pressed={filter.leadsOnly}
        onClick={() => change({ leadsOnly: !filter.leadsOnly })}
      >
        {t('leadsOnly')}
      </Button>
      <FilterMenu
        label={t('columns.verdict')}
        options={verdicts}
        selected={filter.verdicts}
        onChange={(chosen) => change({ verdicts: chosen })}
      />
      {reasons.length > 0 ? (
        <FilterMenu
          label={t('columns.reason')}
          options={reasons}
          selected={filter.reasons}
          onChange={(chosen) => change({ reasons: chosen })}
        />
      ) : null}
    </Group>
  );
}

function ElementTable({
  rows,
  onClear,
}: {
  rows: readonly ImportElementRowFragment[] | undefined;
  onClear: () => void;
}) {
  const { t } = useTranslation('imports');
  const columns: Column<ImportElementRowFragment>[] = [
    { key: 'label', header: t('columns.label'), primary: true, render: ({ label, kind }) => label || kind },
    {
      key: 'at',
      header: t('columns.at'),
      from: 'lg',
      width: 190,
      render: ({ at, kind }) => (
        <span className={classes.where}>
          {kind} · {at}
        </span>
      ),
    },
    {
      key: 'fate',
      header: t('columns.verdict'),
      width: 150,
      render: ({ verdict, lead }) => <Fate verdict={verdict} outcome={lead?.outcome} />,
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
      render: ({ reason, fields, lead }) => (
        <>
          <Why reason={reason} fields={fields} />
          {lead?.existing ? <References label={t('existing')} leads={[lead.existing]} /> : null}
          {lead && lead.possibleDuplicates.length > 0 ? (
            <References label={t('duplicates')} leads={lead.possibleDuplicates} />
          ) : null}
        </>
      ),
    },
  ];
  return (
    <DataTable
      label={t('report.title')}
      columns={columns}
      rows={rows}
      rowKey={({ position }) => String(position)}
      empty={
        <NoRows
          icon={IconFileImport}
          title={t('report.empty')}
          text={t('report.emptyText')}
          filtered
          noMatch={t('report.empty')}
          onClear={onClear}
        />
      }
    />
  );
}

function References({ label, leads }: { label: string; leads: readonly { id: string; reference: string }[] }) {
  return (
    <span className={classes.why}>
      {' '}
      {label}{' '}
      {leads.map(({ id, reference }) => (
        <span key={id}>
          <Link to="/leads/$reference" params={{ reference }} search={{}}>
            {reference}
          </Link>{' '}
        </span>
      ))}
    </span>
  );
}

interface StartProps {
  input: ImportInput;
  preview: ImportPreviewFragment;
  waits: boolean;
  onStarted: (id: string) => void;
}

function Start({ input, preview, waits, onStarted }: StartProps) {
  const { t } = useTranslation('imports');
  const { run, running } = useCommand(StartImport);
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const [message, setMessage] = useState<string | null>(null);
  const { token } = preview;
  if (!token || preview.wouldCreate + preview.alreadyThere === 0) {
    return (
      <Text size="sm" c="dimmed" role="status" mt="md">
        {t('nothing')}
      </Text>
    );
  }
  const start = async () => {
    setMessage(null);
    const outcome = await run({
      input: { idempotencyKey: idempotencyKey.current, import: input, previewToken: token },
    });
    if (outcome.ok && outcome.payload.import) return onStarted(outcome.payload.import.id);
    if (outcome.ok) return;
    // Only an unanswered one may be sent again under the same key.
    if (outcome.failure.code !== null) renewKey();
    setMessage(failureText(outcome.failure));
  };
  return (
    <Stack gap="sm" mt="md" align="start">
      <FailureNote message={message} />
      <Button size="sm" loading={running} disabled={waits} onClick={() => void start()}>
        {t(input.draft ? 'startDrafts' : 'start', { count: preview.wouldCreate })}
      </Button>
    </Stack>
  );
}
