import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { GroupDialogProps } from '../group-dialogs';
import { GroupFields, useDescriptionFaults } from '../group-fields';
import { descriptionInput, descriptionOf } from '../group-form';

const UpdateSharingGroup = graphql(`
  mutation UpdateSharingGroup($input: UpdateSharingGroupInput!) {
    updateSharingGroup(input: $input) {
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

export default function UpdateGroupDialog({ group, onClose, onStale }: GroupDialogProps) {
  const { t } = useTranslation(['groups', 'common']);
  const command = useCommandForm({
    document: UpdateSharingGroup,
    initialValues: { ...descriptionOf(group) },
    draft: `update-group-${group.id}`,
    variables: (values) => ({
      input: { id: group.id, expectedVersion: group.version, ...descriptionInput(values, group) },
    }),
    validate: useDescriptionFaults(),
    onDone: () => {
      void notify(t('done.UPDATE'));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog
      title={t('titles.UPDATE')}
      submitLabel={t('common:save')}
      command={command}
      onClose={onClose}
      size="lg"
    >
      <GroupFields form={command.form} staysConfidential={group.confidential} />
    </CommandDialog>
  );
}
