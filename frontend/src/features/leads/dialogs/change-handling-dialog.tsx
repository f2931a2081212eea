import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import HandlingFields from '../handling-fields';
import { handlingInput, handlingValues } from '../handling-form';
import type { LeadDialogProps } from '../lead-dialogs';

const ChangeLeadHandling = graphql(`
  mutation ChangeLeadHandling($input: ChangeLeadHandlingInput!) {
    changeLeadHandling(input: $input) {
      lead {
        ...LeadPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export default function ChangeHandlingDialog({ lead, onClose, onStale }: LeadDialogProps) {
  const { t } = useTranslation('leads');
  const command = useCommandForm({
    document: ChangeLeadHandling,
    initialValues: { handling: handlingValues(lead.handling), reason: '' },
    draft: `change-handling-${lead.id}`,
    variables: ({ handling, reason }) => ({
      input: {
        id: lead.id,
        expectedVersion: lead.version,
        handling: handlingInput(handling, lead.handling.usableUntil),
        reason: reason.trim(),
      },
    }),
    validate: ({ reason }) => (reason.trim() ? {} : { reason: t('reasonNeeded') }),
    onDone: () => {
      void notify(t('done.CHANGE_HANDLING'));
      onClose();
    },
    onStale,
  });
  const { form } = command;
  return (
    <CommandDialog
      title={t('actions.CHANGE_HANDLING')}
      submitLabel={t('actions.CHANGE_HANDLING')}
      command={command}
      onClose={onClose}
      size="lg"
    >
      <Text size="sm" c="dimmed">
        {t('handling.text')}
      </Text>
      <HandlingFields form={form} />
      <Textarea
        label={t('fields.reason')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('reason')}
      />
    </CommandDialog>
  );
}
