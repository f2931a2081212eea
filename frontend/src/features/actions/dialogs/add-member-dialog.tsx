import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePersonDirectory } from '@/features/members/directory';
import { graphql } from '@/gql';
import { TeamRole } from '@/gql/graphql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { RemoteSelect } from '@/ui/remote-select';
import type { ActionDialogProps } from '../action-dialogs';

const AddTeamMember = graphql(`
  mutation AddTeamMember($input: AddTeamMemberInput!) {
    addTeamMember(input: $input) {
      action {
        ...OfflineActionPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export default function AddMemberDialog({ action, onClose, onStale }: ActionDialogProps) {
  const { t } = useTranslation('actions');
  const people = usePersonDirectory();
  const command = useCommandForm({
    document: AddTeamMember,
    initialValues: { personId: null as string | null, role: TeamRole.Observer as TeamRole },
    variables: ({ personId, role }) => ({
      input: {
        actionId: action.id,
        expectedVersion: action.version,
        member: { personId: personId ?? '', role },
      },
    }),
    validate: ({ personId }) => (personId ? {} : { personId: t('form.personNeeded') }),
    onDone: onClose,
    onStale,
  });
  return (
    <CommandDialog title={t('steps.STAFF')} submitLabel={t('form.add')} command={command} onClose={onClose}>
      <RemoteSelect
        label={t('fields.person')}
        description={t('form.personHint')}
        required
        {...people}
        {...command.form.getInputProps('personId')}
      />
      <Select
        label={t('fields.role')}
        allowDeselect={false}
        data={Object.values(TeamRole).map((value) => ({ value, label: t(`roles.${value}`) }))}
        {...command.form.getInputProps('role')}
      />
    </CommandDialog>
  );
}
