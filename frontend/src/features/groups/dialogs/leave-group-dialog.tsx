import { Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useViewer } from '@/lib/viewer';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { GroupDialogProps } from '../group-dialogs';
import { RemoveSharingGroupMember } from '../remove-member';

export default function LeaveGroupDialog({ group, onClose, onStale }: GroupDialogProps) {
  const { t } = useTranslation('groups');
  const viewer = useViewer();
  const navigate = useNavigate();
  const command = useCommandForm({
    document: RemoveSharingGroupMember,
    initialValues: {},
    variables: () => ({
      input: { id: group.id, expectedVersion: group.version, organizationId: viewer.organization.id },
    }),
    onDone: (left) => {
      void notify(t('done.LEAVE'));
      // Who has left a confidential group knows no more of it.
      if (left.group) onClose();
      else void navigate({ to: '/groups', replace: true });
    },
    onStale,
  });
  return (
    <CommandDialog
      title={t('titles.LEAVE')}
      submitLabel={t('actions.LEAVE')}
      command={command}
      onClose={onClose}
      danger
    >
      <Text size="sm">{t('consequences.LEAVE')}</Text>
    </CommandDialog>
  );
}
