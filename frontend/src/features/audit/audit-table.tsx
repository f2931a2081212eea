import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { AuditRowFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useViewer } from '@/lib/viewer';
import { type Column, DataTable } from '@/ui/data-table';
import classes from './audit.module.css';
import { detailLine, isKnownAction, shortHash } from './audit-entry';

graphql(`
  fragment AuditRow on AuditEntry {
    id
    at
    actorName
    action
    objectId
    detail
    sequence
    hash
  }
`);

interface AuditTableProps {
  label: string;
  entries: readonly AuditRowFragment[] | undefined;
  /** Narrows the list to one object. */
  onObject: (id: string) => void;
  empty: ReactNode;
}

export function AuditTable({ label, entries, onObject, empty }: AuditTableProps) {
  // The chain is shown to who reads all of it.
  const readsChain = useViewer().permissions.some(({ action, scope }) => action === 'AUDIT_READ' && scope === 'ALL');
  const columns = useAuditColumns(onObject).filter(({ key }) => readsChain || key !== 'sequence');
  return <DataTable label={label} columns={columns} rows={entries} rowKey={({ id }) => id} empty={empty} />;
}

function useAuditColumns(onObject: (id: string) => void): Column<AuditRowFragment>[] {
  const { t } = useTranslation('audit');
  const { dateTime, number } = useFormats();
  return [
    {
      key: 'at',
      header: t('fields.at'),
      width: 190,
      render: ({ at }) => <time dateTime={at}>{dateTime(at)}</time>,
    },
    { key: 'actor', header: t('fields.actor'), width: 160, render: ({ actorName }) => actorName },
    {
      key: 'action',
      header: t('fields.action'),
      primary: true,
      render: ({ action }) => (
        <span className={classes.action}>{isKnownAction(action) ? t(`actions.${action}`) : action}</span>
      ),
    },
    {
      key: 'object',
      header: t('fields.object'),
      width: 190,
      render: ({ objectId }) =>
        objectId ? (
          <button
            type="button"
            className={classes.object}
            title={t('onlyObject', { id: objectId })}
            onClick={() => onObject(objectId)}
          >
            {objectId}
          </button>
        ) : null,
    },
    {
      key: 'detail',
      header: t('fields.detail'),
      width: '24%',
      from: 'lg',
      render: ({ detail }) => {
        const line = detailLine(detail);
        return (
          <span className={classes.detail} title={line}>
            {line}
          </span>
        );
      },
    },
    {
      key: 'sequence',
      header: t('fields.sequence'),
      width: 164,
      align: 'end',
      from: 'md',
      render: ({ sequence, hash }) =>
        sequence && hash ? (
          <span className={classes.link} title={hash}>
            {number(sequence)} <code>{shortHash(hash)}</code>
          </span>
        ) : null,
    },
  ];
}
