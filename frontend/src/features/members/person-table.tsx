import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { PersonRowFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { type Column, DataTable } from '@/ui/data-table';
import { NoMailBadge, PersonStateBadge } from './member-state';
import { PersonActions } from './person-actions';

graphql(`
  fragment PersonRow on Person {
    id
    name
    email
    state
    roles
    brandScope {
      id
      name
      nameZh
    }
    organization {
      id
      name
      nameZh
      kind
    }
    lastSignInAt
    mailSuspendedAt
    mailSuspendedWhy
    version
    allowedActions
  }
`);

interface PersonTableProps {
  label: string;
  people: readonly PersonRowFragment[] | undefined;
  empty: ReactNode;
  /** On the page of one organisation its name need not stand in every row. */
  withOrganization: boolean;
  onChanged: () => void;
}

export function PersonTable({ label, people, empty, withOrganization, onChanged }: PersonTableProps) {
  const columns = usePersonColumns(onChanged).filter(({ key }) => withOrganization || key !== 'organization');
  return <DataTable label={label} columns={columns} rows={people} rowKey={({ id }) => id} empty={empty} />;
}

function usePersonColumns(onChanged: () => void): Column<PersonRowFragment>[] {
  const { t } = useTranslation(['members', 'enums']);
  const localName = useLocalName();
  const { list, moment } = useFormats();
  return [
    {
      key: 'name',
      header: t('fields.personName'),
      primary: true,
      render: ({ name }) => (
        <Text span inherit fw={500}>
          {name}
        </Text>
      ),
    },
    {
      key: 'email',
      header: t('fields.email'),
      width: 248,
      from: 'md',
      render: ({ email }) => <Dimmed>{email}</Dimmed>,
    },
    {
      key: 'organization',
      header: t('fields.organization'),
      width: 188,
      render: ({ organization }) => <Dimmed>{localName(organization)}</Dimmed>,
    },
    {
      key: 'roles',
      header: t('fields.roles'),
      width: 248,
      render: ({ roles, brandScope }) => (
        <>
          {list(roles.map((role) => t(`enums:role.${role}`)))}
          {brandScope.length > 0 ? <Dimmed>{` · ${list(brandScope.map(localName))}`}</Dimmed> : null}
        </>
      ),
    },
    {
      key: 'state',
      header: t('fields.state'),
      width: 128,
      render: ({ state, mailSuspendedAt, mailSuspendedWhy }) => (
        <Stack gap={2} align="flex-start">
          <PersonStateBadge state={state} />
          {mailSuspendedAt && mailSuspendedWhy ? <NoMailBadge since={mailSuspendedAt} why={mailSuspendedWhy} /> : null}
        </Stack>
      ),
    },
    {
      key: 'lastSignIn',
      header: t('fields.lastSignIn'),
      width: 104,
      align: 'end',
      from: 'lg',
      render: ({ lastSignInAt }) => (lastSignInAt ? <time dateTime={lastSignInAt}>{moment(lastSignInAt)}</time> : null),
    },
    {
      key: 'actions',
      header: t('actions'),
      width: 72,
      align: 'end',
      render: (person) => <PersonActions person={person} onChanged={onChanged} />,
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
