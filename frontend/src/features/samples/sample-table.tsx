import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { HoldBadge } from '@/features/evidence/evidence-state';
import { graphql } from '@/gql';
import type { SampleRowFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { type Column, DataTable } from '@/ui/data-table';
import { DisposalBadge, RetentionBadge } from './sample-words';
import classes from './samples.module.css';

graphql(`
  fragment SampleRow on Sample {
    id
    reference
    number
    label
    seal
    receivedAt
    retainedUntil
    onHold
    holder {
      id
      name
    }
    disposal
    qualityDue
  }
`);

interface SampleTableProps {
  label: string;
  samples: readonly SampleRowFragment[] | undefined;
  empty: ReactNode;
}

export function SampleTable({ label, samples, empty }: SampleTableProps) {
  const columns = useSampleColumns();
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={samples}
      rowKey={({ id }) => id}
      link={({ id }) => ({ to: '/samples/$id', params: { id }, search: {} })}
      empty={empty}
    />
  );
}

function useSampleColumns(): Column<SampleRowFragment>[] {
  const { t } = useTranslation('samples');
  const { moment, number } = useFormats();
  return [
    {
      key: 'reference',
      header: t('fields.reference'),
      width: 128,
      render: ({ reference }) => <span className={classes.code}>{reference}</span>,
    },
    {
      key: 'label',
      header: t('fields.label'),
      primary: true,
      render: (sample) => `${sample.label} · ${number(sample.number)}`,
    },
    {
      key: 'state',
      header: t('fields.disposal'),
      width: 168,
      render: ({ disposal }) => <DisposalBadge disposal={disposal} />,
    },
    {
      key: 'holder',
      header: t('fields.holder'),
      width: 176,
      from: 'md',
      render: ({ holder }) => <span className={classes.dimmed}>{holder?.name ?? '–'}</span>,
    },
    {
      key: 'seal',
      header: t('fields.seal'),
      width: 120,
      from: 'lg',
      render: ({ seal }) => <span className={classes.code}>{seal ?? '–'}</span>,
    },
    {
      key: 'received',
      header: t('fields.receivedAt'),
      width: 112,
      from: 'lg',
      render: ({ receivedAt }) => <time dateTime={receivedAt}>{moment(receivedAt)}</time>,
    },
    {
      key: 'retention',
      header: t('fields.retainedUntil'),
      width: 184,
      render: ({ retainedUntil, onHold }) =>
        retainedUntil ? <RetentionBadge until={retainedUntil} onHold={onHold} /> : onHold ? <HoldBadge /> : '–',
    },
  ];
}
