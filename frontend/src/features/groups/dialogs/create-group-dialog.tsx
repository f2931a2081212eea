import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { useIdempotencyKey } from '@/lib/draft';
import { useViewer } from '@/lib/viewer';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { GroupFields, useDescriptionFaults } from '../group-fields';
import { descriptionInput, type GroupDescription } from '../group-form';
import { MemberFields, type NamedMembers } from '../member-fields';

const CreateSharingGroup = graphql(`
  mutation CreateSharingGroup($input: CreateSharingGroupInput!) {
    createSharingGroup(input: $input) {
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

interface CreateGroupDialogProps {
  onClose: () => void;
  onCreated: (id: string) => void;
}

export default function CreateGroupDialog({ onClose, onCreated }: CreateGroupDialogProps) {
  const { t } = useTranslation('groups');
  const viewer = useViewer();
  const faultsOf = useDescriptionFaults();
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const initialValues: GroupDescription & NamedMembers = {
    name: '',
    purpose: '',
    confidential: false,
    expiresAt: '',
    organizationIds: [],
    personIds: [],
  };
  const command = useCommandForm({
    document: CreateSharingGroup,
    initialValues: { ...initialValues },
    draft: 'create-group',
    undrafted: ['organizationIds', 'personIds'],
    variables: ({ organizationIds, personIds, ...description }) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        ...descriptionInput(description),
        organizationIds,
        personIds,
      },
    }),
    validate: faultsOf,
    onDone: ({ group }) => {
      renewKey();
      void notify(t('done.CREATE', { name: group?.name ?? '' }));
      onClose();
      if (group) onCreated(group.id);
    },
    // A corrected form is another request; only an unanswered one may be sent again under the same key.
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  return (
    <CommandDialog title={t('new')} submitLabel={t('form.create')} command={command} onClose={onClose} size="lg">
      <GroupFields form={command.form} />
      <MemberFields form={command.form} present={[viewer.organization.id]} description={t('form.ownIncluded')} />
      <Text size="sm" c="dimmed">
        {t('form.newcomers')}
      </Text>
    </CommandDialog>
  );
}
