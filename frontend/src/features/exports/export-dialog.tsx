import { Button, Checkbox, Group, Modal, Progress, SegmentedControl, Stack, Text } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { ExportFormat, type ExportRowFragment, type LeadFilter, type LeadOrder } from '@/gql/graphql';
import { failureText } from '@/lib/command';
import { useIdempotencyKey } from '@/lib/draft';
import { useFormats } from '@/lib/format';
import { useCommand } from '@/lib/use-command';
import { FailureNote } from '@/ui/failure-note';
import classes from './export-dialog.module.css';

const Exports = graphql(`
  query Exports {
    exports(last: 10) {
      nodes {
        ...ExportRow
      }
    }
  }
  fragment ExportRow on Export {
    id
    format
    state
    rowsTotal
    rowsDone
    fileName
    downloadUrl
    failure
    createdAt
  }
`);

const CreateExport = graphql(`
  mutation CreateExport($input: CreateExportInput!) {
    createExport(input: $input) {
      export {
        ...ExportRow
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const CancelExport = graphql(`
  mutation CancelExport($input: CancelExportInput!) {
    cancelExport(input: $input) {
      export {
        ...ExportRow
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const LOOK_AGAIN_MS = 1500;

interface ExportDialogProps {
  filter: LeadFilter;
  orderBy: LeadOrder;
  /** How many leads the list has. */
  count: number | undefined;
  onClose: () => void;
}

/** Asks for a file of the list as it stands, and shows the day's files; one may leave and come back. */
export default function ExportDialog({ filter, orderBy, count, onClose }: ExportDialogProps) {
  const { t } = useTranslation(['exports', 'common']);
  const [format, setFormat] = useState<ExportFormat>(ExportFormat.Xlsx);
  const [includeRed, setIncludeRed] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const create = useCommand(CreateExport);
  const [{ data }, reload] = useQuery({ query: Exports, requestPolicy: 'network-only' });
  const rows = [...(data?.exports.nodes ?? [])].reverse();
  const waits = rows.some(isOpen);
  const { start, stop } = useInterval(() => reload({ requestPolicy: 'network-only' }), LOOK_AGAIN_MS);
  useEffect(() => {
    if (waits) start();
    return stop;
  }, [waits, start, stop]);
  const ask = async () => {
    setFailure(null);
    const input = { idempotencyKey: idempotencyKey.current, format, filter, orderBy, includeRed };
    const outcome = await create.run({ input });
    if (outcome.ok || outcome.failure.code !== null) renewKey();
    if (!outcome.ok) setFailure(failureText(outcome.failure));
    reload({ requestPolicy: 'network-only' });
  };
  return (
    <Modal opened onClose={onClose} title={t('title')} size="lg" closeButtonProps={{ 'aria-label': t('common:close') }}>
      <Stack gap="sm">
        <FailureNote message={failure} />
        <Text size="sm">{count === undefined ? t('text') : t('textOf', { count })}</Text>
        <Group gap="md" wrap="wrap">
          <SegmentedControl
            aria-label={t('format')}
            size="xs"
            value={format}
            onChange={(value) => setFormat(value as ExportFormat)}
            data={Object.values(ExportFormat).map((value) => ({ value, label: t(`formats.${value}`) }))}
          />
          <Checkbox
            label={t('red')}
            checked={includeRed}
            onChange={(event) => setIncludeRed(event.currentTarget.checked)}
          />
          <Button ml="auto" size="sm" loading={create.running} onClick={() => void ask()}>
            {t('make')}
          </Button>
        </Group>
        {rows.length > 0 ? (
          <ul className={classes.rows} aria-label={t('files')}>
            {rows.map((row) => (
              <ExportRow key={row.id} row={row} onChanged={() => reload({ requestPolicy: 'network-only' })} />
            ))}
          </ul>
        ) : null}
        <Text size="xs" c="dimmed">
          {t('kept')}
        </Text>
      </Stack>
    </Modal>
  );
}

function isOpen({ state }: ExportRowFragment) {
  return state === 'QUEUED' || state === 'RUNNING';
}

function ExportRow({ row, onChanged }: { row: ExportRowFragment; onChanged: () => void }) {
  const { t } = useTranslation('exports');
  const { moment } = useFormats();
  const cancel = useCommand(CancelExport);
  const done = row.rowsTotal > 0 ? Math.min(100, (row.rowsDone / row.rowsTotal) * 100) : 0;
  return (
    <li className={classes.row}>
      <div className={classes.text}>
        <span>{row.fileName}</span>
        <Text size="xs" c={row.state === 'FAILED' ? 'red' : 'dimmed'} role="status">
          {t(`states.${row.state}`, { done: row.rowsDone, total: row.rowsTotal, count: row.rowsDone })} ·{' '}
          <time dateTime={row.createdAt}>{moment(row.createdAt)}</time>
        </Text>
        {isOpen(row) ? <Progress value={done} animated aria-label={t('progress', { name: row.fileName })} /> : null}
      </div>
      {row.downloadUrl ? (
        <Button component="a" href={row.downloadUrl} download={row.fileName} size="xs" variant="light">
          {t('download')}
        </Button>
      ) : null}
      {isOpen(row) ? (
        <Button
          size="xs"
          variant="default"
          loading={cancel.running}
          onClick={() => void cancel.run({ input: { id: row.id } }).then(onChanged)}
        >
          {t('cancel')}
        </Button>
      ) : null}
    </li>
  );
}
