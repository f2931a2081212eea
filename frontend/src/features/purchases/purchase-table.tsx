import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { PurchaseRowFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { type Column, DataTable } from '@/ui/data-table';
import { PurchaseStateBadge } from './purchase-words';
import classes from './purchases.module.css';

graphql(`
  fragment PurchaseRow on Purchase {
    id
    reference
    title
    state
    quantity
    approvedQuantity
    requestedAt
    organization {
      id
      name
      nameZh
    }
    requestedBy {
      id
      name
    }
    money {
      asked {
        ...PurchaseSum
      }
      approved {
        ...PurchaseSum
      }
    }
    refund {
      dueOn
      overdue
    }
  }
`);

interface PurchaseTableProps {
  label: string;
  purchases: readonly PurchaseRowFragment[] | undefined;
  empty: ReactNode;
}

/** Purchases one below the other; each leads to its own page. */
export function PurchaseTable({ label, purchases, empty }: PurchaseTableProps) {
  const columns = usePurchaseColumns();
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={purchases}
      rowKey={({ id }) => id}
      link={({ id }) => ({ to: '/purchases/$id', params: { id }, search: {} })}
      empty={empty}
    />
  );
}

function usePurchaseColumns(): Column<PurchaseRowFragment>[] {
  const { t } = useTranslation('purchases');
  const localName = useLocalName();
  const { moment, money } = useFormats();
  return [
    {
      key: 'reference',
      header: t('fields.reference'),
      width: 128,
      render: ({ reference }) => <span className={classes.code}>{reference}</span>,
    },
    { key: 'title', header: t('fields.title'), primary: true, render: ({ title }) => title },
    {
      key: 'organization',
      header: t('fields.organization'),
      width: 200,
      from: 'md',
      render: ({ organization }) => localName(organization),
    },
    {
      key: 'requested',
      header: t('fields.requestedBy'),
      width: 200,
      from: 'lg',
      render: ({ requestedBy, requestedAt }) => (
        <span className={classes.dimmed}>
          {requestedBy.name} · <time dateTime={requestedAt}>{moment(requestedAt)}</time>
        </span>
      ),
    },
    {
      key: 'quantity',
      header: t('fields.quantity'),
      width: 88,
      align: 'end',
      render: ({ quantity, approvedQuantity }) =>
        approvedQuantity && approvedQuantity < quantity
          ? t('ofAsked', { count: approvedQuantity, asked: quantity })
          : quantity,
    },
    {
      key: 'state',
      header: t('fields.state'),
      width: 176,
      render: ({ state, refund }) =>
        refund?.overdue ? (
          <span className={classes.warns}>{t('refund.overdue')}</span>
        ) : (
          <PurchaseStateBadge state={state} />
        ),
    },
    {
      key: 'amount',
      header: t('fields.amount'),
      width: 150,
      align: 'end',
      render: ({ money: sums }) => (
        <span className={classes.amount}>{sums ? money(sums.approved ?? sums.asked) : '–'}</span>
      ),
    },
  ];
}
