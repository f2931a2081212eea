import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { LeadAction, LeadRowFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { type Column, DataTable, type RowSelection } from '@/ui/data-table';
import { TlpBadge } from '@/ui/tlp-badge';
import { LeadFollowCell } from './lead-follow-cell';
import { LeadStateBadge, PriorityMark } from './lead-state';
import classes from './lead-table.module.css';
import { useOwnerName } from './owner-name';

graphql(`
  fragment LeadRow on Lead {
    id
    reference
    title
    state
    tlp
    priority
    infringementTypes
    owner {
      id
      name
      nameZh
    }
    ownerName
    createdAt
    version
    ...LeadFollowUp
  }
`);

interface LeadTableProps {
  label: string;
  leads: readonly LeadRowFragment[] | undefined;
  empty: ReactNode;
  /** Opens this dialog together with the lead. */
  dialog?: LeadAction;
  selection?: RowSelection<LeadRowFragment>;
}

export function LeadTable({ label, leads, empty, dialog, selection }: LeadTableProps) {
  const columns = useLeadColumns();
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={leads}
      rowKey={(lead) => lead.id}
      link={(lead) => ({
        to: '/leads/$reference',
        params: { reference: lead.reference },
        search: dialog ? { do: dialog } : {},
      })}
      empty={empty}
      selection={selection}
    />
  );
}

function useLeadColumns(): Column<LeadRowFragment>[] {
  const { t } = useTranslation(['leads', 'enums']);
  const ownerName = useOwnerName();
  const { list, moment } = useFormats();
  return [
    {
      key: 'reference',
      header: t('fields.reference'),
      width: 116,
      render: (lead) => <span className={classes.reference}>{lead.reference}</span>,
    },
    { key: 'title', header: t('fields.title'), primary: true, render: (lead) => lead.title },
    {
      key: 'types',
      header: t('fields.types'),
      width: 140,
      from: 'lg',
      render: (lead) => (
        <span className={classes.dimmed}>
          {list(lead.infringementTypes.map((type) => t(`enums:infringement.${type}`)))}
        </span>
      ),
    },
    { key: 'state', header: t('fields.state'), width: 104, render: (lead) => <LeadStateBadge state={lead.state} /> },
    { key: 'tlp', header: 'TLP', width: 134, render: (lead) => <TlpBadge tlp={lead.tlp} /> },
    {
      key: 'priority',
      header: t('fields.priority'),
      width: 68,
      render: (lead) => <PriorityMark priority={lead.priority} />,
    },
    {
      key: 'owner',
      header: t('fields.owner'),
      width: 140,
      from: 'md',
      render: (lead) => <span className={classes.dimmed}>{ownerName(lead)}</span>,
    },
    {
      key: 'followUp',
      header: t('followUp.assignee'),
      width: 124,
      from: 'md',
      render: (lead) => <LeadFollowCell lead={lead} reference={lead.reference} />,
    },
    {
      key: 'created',
      header: t('fields.created'),
      width: 92,
      align: 'end',
      render: (lead) => <time dateTime={lead.createdAt}>{moment(lead.createdAt)}</time>,
    },
  ];
}
