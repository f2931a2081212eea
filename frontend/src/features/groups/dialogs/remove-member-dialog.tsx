import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GroupMemberFragment } from '@/gql/graphql';
import { useLocalName } from '@/lib/local-name';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { GroupDialogProps } from '../group-dialogs';
import { RemoveSharingGroupMember } from '../remove-member';

interface RemoveMemberDialogProps extends GroupDialogProps {
  member: GroupMemberFragment;
}

export default function RemoveMemberDialog({ group, member, onClose, onStale }: RemoveMemberDialogProps) {
  const { t } = useTranslation('groups');
  const localName = useLocalName();
  const { person, organization } = member;
  const command = useCommandForm({
    document: RemoveSharingGroupMember,
    initialValues: {},
    variables: () => ({
      input: {
        id: group.id,
        expectedVersion: group.version,
        ...(person ? { personId: person.id } : { organizationId: organization.id }),
      },
    }),
    onDone: () => {
      void notify(t('done.REMOVE_MEMBERS'));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog
      title={t('titles.REMOVE_MEMBERS')}
      submitLabel={t('actions.REMOVE_MEMBERS')}
      command={command}
      onClose={onClose}
      danger
    >
      <Text size="sm">
        {person
          ? t('consequences.REMOVE_PERSON', { name: person.name })
          : t('consequences.REMOVE_ORGANIZATION', { name: localName(organization) })}
      </Text>
    </CommandDialog>
  );
}
