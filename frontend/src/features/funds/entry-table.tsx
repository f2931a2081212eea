import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { EntryRowFragment, LedgerEntryKind } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { type Column, DataTable } from '@/ui/data-table';
import { useAccountName } from './fund-words';
import classes from './funds.module.css';

graphql(`
  fragment EntryRow on LedgerEntry {
    id
    kind
    at
    costKind
    period
    bankReference
    note
    reverses
    reversedBy
    orderId
    amount {
      ...FundMoney
    }
    debit {
      ...AccountName
    }
    credit {
      ...AccountName
    }
    recordedBy {
      id
      name
    }
  }
`);

/** Mistakes in these are taken back by an entry the other way round; the rest has steps of its own. */
const REVERSIBLE: readonly LedgerEntryKind[] = [
  'SUSPENSE_CLEARED',
  'CONTRIBUTION',
  'CAPTURE',
  'REFUND',
  'CARD_PAYMENT',
  'RECOVERY',
  'PAYOUT',
  'EXCHANGE',
];

interface EntryTableProps {
  entries: readonly EntryRowFragment[] | undefined;
  empty: ReactNode;
  onReverse?: (entry: EntryRowFragment) => void;
}

export function EntryTable({ entries, empty, onReverse }: EntryTableProps) {
  const { t } = useTranslation('funds');
  const columns = useEntryColumns(onReverse);
  return (
    <DataTable label={t('views.ENTRIES')} columns={columns} rows={entries} rowKey={({ id }) => id} empty={empty} />
  );
}

function useEntryColumns(onReverse: EntryTableProps['onReverse']): Column<EntryRowFragment>[] {
  const { t } = useTranslation('funds');
  const { labelled, moment, dateTime, money } = useFormats();
  const accountName = useAccountName();
  const columns: Column<EntryRowFragment>[] = [
    {
      key: 'at',
      header: t('fields.at'),
      width: 112,
      render: ({ at }) => (
        <time dateTime={at} title={dateTime(at)} className={classes.dimmed}>
          {moment(at)}
        </time>
      ),
    },
    {
      key: 'kind',
      header: t('fields.kind'),
      primary: true,
      width: 216,
      render: ({ kind, costKind, note }) => (
        <span title={note ?? undefined}>
          <span className={classes.strong}>{t(`entryKinds.${kind}`)}</span>
          {costKind ? ` · ${t(`costKinds.${costKind}`)}` : null}
        </span>
      ),
    },
    {
      key: 'accounts',
      header: t('fields.accounts'),
      render: ({ debit, credit }) => `${accountName(debit)} → ${accountName(credit)}`,
    },
    {
      key: 'reference',
      header: t('fields.bankReference'),
      width: 152,
      from: 'md',
      render: ({ bankReference }) => <span className={classes.code}>{bankReference}</span>,
    },
    {
      key: 'by',
      header: t('fields.recordedBy'),
      width: 152,
      from: 'lg',
      render: ({ recordedBy, orderId }) => (
        <span className={classes.dimmed}>
          {recordedBy?.name}
          {orderId ? (
            <>
              {' '}
              <Link to="/fund-orders/$id" params={{ id: orderId }} search={{}} className={classes.link}>
                {t('entries.order')}
              </Link>
            </>
          ) : null}
        </span>
      ),
    },
    {
      key: 'amount',
      header: t('fields.amount'),
      width: 160,
      align: 'end',
      render: ({ amount }) => <span className={classes.amount}>{money(amount)}</span>,
    },
  ];
  if (!onReverse) return columns;
  const reverse: Column<EntryRowFragment> = {
    key: 'reverse',
    header: t('fields.actions'),
    width: 112,
    align: 'end',
    render: (entry) => {
      if (entry.reversedBy) return <span className={classes.dimmed}>{t('entries.reversed')}</span>;
      if (!REVERSIBLE.includes(entry.kind)) return null;
      return (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          aria-label={labelled(t('dos.REVERSAL'), `${t(`entryKinds.${entry.kind}`)} ${money(entry.amount)}`)}
          onClick={() => onReverse(entry)}
        >
          {t('dos.REVERSAL')}
        </Button>
      );
    },
  };
  return [...columns, reverse];
}
