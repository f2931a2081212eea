import { Button, Progress, Text } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { ExportFormat, ExportRowFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useCommand } from '@/lib/use-command';
import classes from './export-dialog.module.css';

const Exports = graphql(`
  query Exports {
    exports(last: 30) {
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

/** One's own files of some formats, the latest first; looked at again while one of them is being made. */
export function useExports(formats: readonly ExportFormat[]) {
  const [{ data }, read] = useQuery({ query: Exports, requestPolicy: 'network-only' });
  const rows = (data?.exports.nodes ?? []).filter(({ format }) => formats.includes(format)).reverse();
  const waits = rows.some(isOpen);
  const reload = () => read({ requestPolicy: 'network-only' });
  const { start, stop } = useInterval(reload, LOOK_AGAIN_MS);
  useEffect(() => {
    if (waits) start();
    return stop;
  }, [waits, start, stop]);
  return { rows, waits, reload };
}

/** Each with how far it is, and the file once it is there. */
export function ExportRows({ rows, onChanged }: { rows: readonly ExportRowFragment[]; onChanged: () => void }) {
  const { t } = useTranslation('exports');
  if (rows.length === 0) return null;
  return (
    <ul className={classes.rows} aria-label={t('files')}>
      {rows.map((row) => (
        <ExportRow key={row.id} row={row} onChanged={onChanged} />
      ))}
    </ul>
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
