import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { ActionGuestFragment } from '@/gql/graphql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { ActionDialogProps } from '../action-dialogs';
import { useOfficerName } from '../action-guests';

const RevokeActionGuest = graphql(`
  mutation RevokeActionGuest($input: RevokeActionGuestInput!) {
    revokeActionGuest(input: $input) {
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

interface RevokeGuestDialogProps extends ActionDialogProps {
  guest: ActionGuestFragment;
}

/** The link is dead at once, with its code and its session. */
export default function RevokeGuestDialog({ action, guest, onClose, onStale }: RevokeGuestDialogProps) {
  const { t } = useTranslation(['actions', 'common']);
  const officerName = useOfficerName();
  const command = useCommandForm({
    document: RevokeActionGuest,
    initialValues: { reason: '' },
    draft: `revoke-guest-${guest.id}`,
    variables: ({ reason }) => ({
      input: { actionId: action.id, guestId: guest.id, expectedVersion: guest.version, reason: reason.trim() },
    }),
    validate: ({ reason }) => (reason.trim() ? {} : { reason: t('common:step.reasonNeeded') }),
    onDone: () => {
      void notify(t('guests.taken'));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog
      title={t('guests.revoke')}
      submitLabel={t('guests.revoke')}
      command={command}
      onClose={onClose}
      danger
    >
      <Text size="sm" fw={500}>
        {officerName(guest.officer)}
      </Text>
      <Text size="sm">{t('guests.revokeText')}</Text>
      <Textarea
        label={t('common:step.reason')}
        required
        autosize
        minRows={2}
        maxLength={1000}
        {...command.form.getInputProps('reason')}
      />
    </CommandDialog>
  );
}
