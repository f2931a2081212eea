import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { OrderRowFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { type Column, DataTable } from '@/ui/data-table';
import { OrderStateBadge } from '../fund-words';
import classes from '../funds.module.css';

graphql(`
  fragment OrderRow on FundOrder {
    id
    reference
    kind
    state
    proposedAt
    approvalsNeeded
    amount {
      ...FundMoney
    }
    organization {
      id
      name
      nameZh
    }
    fund {
      id
      name
    }
    proposedBy {
      id
      name
    }
    approvals {
      at
    }
  }
`);

interface OrderTableProps {
  label: string;
  orders: readonly OrderRowFragment[] | undefined;
  empty: ReactNode;
}

/** Orders with how many have agreed; each leads to its own page, where one decides. */
export function OrderTable({ label, orders, empty }: OrderTableProps) {
  const columns = useOrderColumns();
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={orders}
      rowKey={({ id }) => id}
      link={({ id }) => ({ to: '/fund-orders/$id', params: { id }, search: {} })}
      empty={empty}
    />
  );
}

function useOrderColumns(): Column<OrderRowFragment>[] {
  const { t } = useTranslation('funds');
  const localName = useLocalName();
  const { moment, money } = useFormats();
  return [
    {
      key: 'kind',
      header: t('fields.order'),
      primary: true,
      render: ({ kind, organization }) =>
        [t(`orderKinds.${kind}`), organization && localName(organization)].filter(Boolean).join(' · '),
    },
    {
      key: 'reference',
      header: t('fields.reference'),
      width: 128,
      from: 'lg',
      render: ({ reference }) => <span className={classes.code}>{reference}</span>,
    },
    { key: 'fund', header: t('fields.fund'), width: 176, from: 'md', render: ({ fund }) => fund.name },
    {
      key: 'proposed',
      header: t('fields.proposedBy'),
      width: 184,
      from: 'md',
      render: ({ proposedBy, proposedAt }) => (
        <span className={classes.dimmed}>
          {proposedBy.name} · <time dateTime={proposedAt}>{moment(proposedAt)}</time>
        </span>
      ),
    },
    {
      key: 'agreed',
      header: t('fields.agreed'),
      width: 104,
      render: ({ approvals, approvalsNeeded }) =>
        t('orders.agreed', { count: approvals.length, needed: approvalsNeeded }),
    },
    { key: 'state', header: t('fields.state'), width: 136, render: ({ state }) => <OrderStateBadge state={state} /> },
    {
      key: 'amount',
      header: t('fields.amount'),
      width: 160,
      align: 'end',
      render: ({ amount }) => <span className={classes.amount}>{amount ? money(amount) : '–'}</span>,
    },
  ];
}
