import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { OrganizationRowFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { type Column, DataTable } from '@/ui/data-table';
import { OrganizationStateBadge } from './member-state';

graphql(`
  fragment OrganizationRow on Organization {
    id
    name
    nameZh
    kind
    state
    industry
    country
    joinedOn
  }
`);

interface OrganizationTableProps {
  label: string;
  organizations: readonly OrganizationRowFragment[] | undefined;
  empty: ReactNode;
}

export function OrganizationTable({ label, organizations, empty }: OrganizationTableProps) {
  const columns = useOrganizationColumns();
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={organizations}
      rowKey={({ id }) => id}
      link={({ id }) => ({ to: '/organizations/$id', params: { id }, search: {} })}
      empty={empty}
    />
  );
}

function useOrganizationColumns(): Column<OrganizationRowFragment>[] {
  const { t } = useTranslation(['members', 'enums']);
  const localName = useLocalName();
  const { country, date } = useFormats();
  return [
    { key: 'name', header: t('fields.name'), primary: true, render: localName },
    {
      key: 'kind',
      header: t('fields.kind'),
      width: 132,
      render: ({ kind }) => t(`enums:organizationKind.${kind}`),
    },
    {
      key: 'state',
      header: t('fields.state'),
      width: 148,
      render: ({ state }) => <OrganizationStateBadge state={state} />,
    },
    {
      key: 'industry',
      header: t('fields.industry'),
      width: 184,
      from: 'md',
      render: ({ industry }) => <Dimmed>{industry ? t(`enums:industry.${industry}`) : null}</Dimmed>,
    },
    {
      key: 'country',
      header: t('fields.country'),
      width: 148,
      from: 'lg',
      render: (row) => <Dimmed>{country(row.country)}</Dimmed>,
    },
    {
      key: 'joined',
      header: t('fields.joined'),
      width: 144,
      align: 'end',
      from: 'md',
      render: ({ joinedOn }) => (joinedOn ? <time dateTime={joinedOn}>{date(joinedOn)}</time> : null),
    },
  ];
}

function Dimmed({ children }: { children: ReactNode }) {
  return (
    <Text span inherit c="dimmed">
      {children}
    </Text>
  );
}
