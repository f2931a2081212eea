import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { GroupRowFragment } from '@/gql/graphql';
import { useLocalName } from '@/lib/local-name';
import { type Column, DataTable } from '@/ui/data-table';
import { LastDay } from './group-facts';
import { ConfidentialBadge, GroupStateBadge } from './group-state';
import classes from './groups.module.css';

graphql(`
  fragment GroupRow on SharingGroup {
    id
    name
    owner {
      id
      name
      nameZh
    }
    confidential
    expiresAt
    state
    members {
      addedAt
    }
  }
`);

interface GroupTableProps {
  label: string;
  groups: readonly GroupRowFragment[] | undefined;
  empty: ReactNode;
}

export function GroupTable({ label, groups, empty }: GroupTableProps) {
  const columns = useGroupColumns();
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={groups}
      rowKey={({ id }) => id}
      link={({ id }) => ({ to: '/groups/$id', params: { id }, search: {} })}
      empty={empty}
    />
  );
}

function useGroupColumns(): Column<GroupRowFragment>[] {
  const { t } = useTranslation('groups');
  const localName = useLocalName();
  return [
    { key: 'name', header: t('fields.name'), primary: true, render: ({ name }) => name },
    {
      key: 'owner',
      header: t('fields.owner'),
      width: 208,
      render: ({ owner }) => <span className={classes.dimmed}>{localName(owner)}</span>,
    },
    {
      key: 'members',
      header: t('fields.members'),
      width: 112,
      render: ({ members }) => t('fields.memberCount', { count: members.length }),
    },
    {
      key: 'confidentiality',
      header: t('fields.confidentiality'),
      width: 136,
      render: ({ confidential }) =>
        confidential ? <ConfidentialBadge /> : <span className={classes.dimmed}>{t('openShort')}</span>,
    },
    { key: 'state', header: t('fields.state'), width: 104, render: ({ state }) => <GroupStateBadge state={state} /> },
    {
      key: 'ends',
      header: t('fields.ends'),
      width: 144,
      align: 'end',
      from: 'md',
      render: ({ expiresAt }) => (expiresAt ? <LastDay at={expiresAt} /> : null),
    },
  ];
}
