import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { ServiceAccountRowFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { useViewer } from '@/lib/viewer';
import { type Column, DataTable } from '@/ui/data-table';
import { StateBadge } from '@/ui/state-badge';
import { Time } from '@/ui/time';
import { AccountStateBadge, ExpiryBadge } from './account-words';
import classes from './partners.module.css';

graphql(`
  fragment ServiceAccountRow on ServiceAccount {
    id
    name
    organization {
      id
      name
      nameZh
    }
    scopes
    sandbox
    state
    lastUsedAt
    credentials {
      id
      kind
      expiresAt
      revokedAt
    }
  }
`);

interface AccountTableProps {
  accounts: readonly ServiceAccountRowFragment[] | undefined;
  empty: ReactNode;
}

export function AccountTable({ accounts, empty }: AccountTableProps) {
  const { t } = useTranslation('partners');
  const { organization } = useViewer();
  // Whose they are is told where they are not all of one's own.
  const foreign = accounts?.some((account) => account.organization.id !== organization.id) ?? false;
  const columns = useColumns().filter(({ key }) => foreign || key !== 'organization');
  return (
    <DataTable
      label={t('title')}
      columns={columns}
      rows={accounts}
      likely={3}
      rowKey={({ id }) => id}
      link={({ id }) => ({ to: '/partners/$id', params: { id }, search: {} })}
      empty={empty}
    />
  );
}

function useColumns(): Column<ServiceAccountRowFragment>[] {
  const { t } = useTranslation('partners');
  const localName = useLocalName();
  const { list } = useFormats();
  return [
    {
      key: 'name',
      header: t('fields.name'),
      primary: true,
      render: ({ name, sandbox }) => (
        <>
          {name} {sandbox ? <StateBadge tone="neutral" label={t('sandbox')} /> : null}
        </>
      ),
    },
    {
      key: 'organization',
      header: t('fields.organization'),
      width: 200,
      render: ({ organization }) => <span className={classes.dimmed}>{localName(organization)}</span>,
    },
    {
      key: 'scopes',
      header: t('fields.scopes'),
      width: '30%',
      from: 'md',
      render: ({ scopes }) => (
        <span className={classes.dimmed}>{list(scopes.map((scope) => t(`scopes.${scope}.name`)))}</span>
      ),
    },
    { key: 'state', header: t('fields.state'), width: 120, render: ({ state }) => <AccountStateBadge state={state} /> },
    {
      key: 'credentials',
      header: t('fields.worksUntil'),
      width: 176,
      render: ({ credentials, state }) => (state === 'REVOKED' ? '–' : <ExpiryBadge credentials={credentials} />),
    },
    {
      key: 'used',
      header: t('fields.lastUsed'),
      width: 128,
      align: 'end',
      render: ({ lastUsedAt }) => (lastUsedAt ? <Time at={lastUsedAt} /> : t('never')),
    },
  ];
}
