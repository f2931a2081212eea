import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { GroupMemberFragment, GroupPageFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { type Column, DataTable } from '@/ui/data-table';
import { Section } from '@/ui/section';
import classes from './groups.module.css';

const RemoveMemberDialog = lazy(() => import('./dialogs/remove-member-dialog'));

graphql(`
  fragment GroupMembers on SharingGroup {
    id
    members {
      ...GroupMember
    }
  }
  fragment GroupMember on SharingGroupMember {
    organization {
      id
      name
      nameZh
    }
    person {
      id
      name
    }
    addedAt
  }
`);

const route = getRouteApi('/_app/groups/$id');

interface GroupMembersProps {
  group: GroupPageFragment;
  onStale: () => void;
}

export function GroupMembers({ group, onStale }: GroupMembersProps) {
  const { t } = useTranslation('groups');
  const navigate = route.useNavigate();
  const [leaving, setLeaving] = useState<GroupMemberFragment | null>(null);
  const columns = useMemberColumns(group, setLeaving);
  // Who looks after the group stands first.
  const place = ({ organization, person }: GroupMemberFragment) =>
    organization.id === group.owner.id && !person ? 0 : 1;
  return (
    <Section
      title={t('members')}
      count={group.members.length}
      actions={
        group.allowedActions.includes('ADD_MEMBERS') ? (
          <Button
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => void navigate({ search: { do: 'ADD_MEMBERS' } })}
          >
            {t('actions.ADD_MEMBERS')}
          </Button>
        ) : null
      }
    >
      <DataTable
        label={t('members')}
        columns={columns}
        rows={[...group.members].sort((one, other) => place(one) - place(other))}
        rowKey={({ organization, person }) => person?.id ?? organization.id}
        empty={null}
      />
      {leaving ? (
        <Suspense>
          <RemoveMemberDialog group={group} member={leaving} onStale={onStale} onClose={() => setLeaving(null)} />
        </Suspense>
      ) : null}
    </Section>
  );
}

function useMemberColumns(
  group: GroupPageFragment,
  remove: (member: GroupMemberFragment) => void,
): Column<GroupMemberFragment>[] {
  const { t } = useTranslation('groups');
  const localName = useLocalName();
  const { labelled, moment } = useFormats();
  const removes = group.allowedActions.includes('REMOVE_MEMBERS');
  const columns: Column<GroupMemberFragment>[] = [
    {
      key: 'organization',
      header: t('fields.organization'),
      primary: true,
      render: ({ organization }) => (
        <Link to="/organizations/$id" params={{ id: organization.id }} search={{}} className={classes.link}>
          {localName(organization)}
        </Link>
      ),
    },
    {
      key: 'person',
      header: t('fields.person'),
      width: 224,
      render: ({ person }) => person?.name ?? <span className={classes.dimmed}>{t('everybody')}</span>,
    },
    {
      key: 'since',
      header: t('fields.since'),
      width: 112,
      align: removes ? undefined : 'end',
      render: ({ addedAt }) => <time dateTime={addedAt}>{moment(addedAt)}</time>,
    },
  ];
  if (!removes) return columns;
  return [
    ...columns,
    {
      key: 'actions',
      header: t('rowActions'),
      width: 112,
      align: 'end',
      render: (member) =>
        // Who looks after a group stays in it.
        member.organization.id === group.owner.id && !member.person ? null : (
          <Button
            variant="subtle"
            color="red"
            size="compact-xs"
            aria-label={labelled(t('actions.REMOVE_MEMBERS'), member.person?.name ?? localName(member.organization))}
            onClick={() => remove(member)}
          >
            {t('actions.REMOVE_MEMBERS')}…
          </Button>
        ),
    },
  ];
}
