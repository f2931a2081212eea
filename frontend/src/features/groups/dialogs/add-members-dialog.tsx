import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { GroupDialogProps } from '../group-dialogs';
import { MemberFields } from '../member-fields';

const AddSharingGroupMembers = graphql(`
  mutation AddSharingGroupMembers($input: AddSharingGroupMembersInput!) {
    addSharingGroupMembers(input: $input) {
      group {
        ...GroupPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export default function AddMembersDialog({ group, onClose, onStale }: GroupDialogProps) {
  const { t } = useTranslation('groups');
  const command = useCommandForm({
    document: AddSharingGroupMembers,
    initialValues: { organizationIds: [] as string[], personIds: [] as string[] },
    variables: ({ organizationIds, personIds }) => ({
      input: { id: group.id, expectedVersion: group.version, organizationIds, personIds },
    }),
    validate: ({ organizationIds, personIds }) =>
      organizationIds.length + personIds.length > 0 ? {} : { organizationIds: t('form.membersNeeded') },
    onDone: () => {
      void notify(t('done.ADD_MEMBERS'));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog
      title={t('titles.ADD_MEMBERS')}
      submitLabel={t('actions.ADD_MEMBERS')}
      command={command}
      onClose={onClose}
      size="lg"
    >
      <Text size="sm">{t('form.newcomers')}</Text>
      <MemberFields
        form={command.form}
        present={group.members.map(({ organization, person }) => person?.id ?? organization.id)}
      />
    </CommandDialog>
  );
}
