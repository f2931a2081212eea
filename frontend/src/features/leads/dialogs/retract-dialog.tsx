import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { LeadDialogProps } from '../lead-dialogs';

const RetractLead = graphql(`
  mutation RetractLead($input: ReasonedLeadInput!) {
    retractLead(input: $input) {
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

export default function RetractDialog({ lead, onClose, onStale }: LeadDialogProps) {
  const { t } = useTranslation('leads');
  const command = useCommandForm({
    document: RetractLead,
    initialValues: { reason: '' },
    draft: `retract-${lead.id}`,
    variables: ({ reason }) => ({ input: { id: lead.id, expectedVersion: lead.version, reason: reason.trim() } }),
    validate: ({ reason }) => (reason.trim() ? {} : { reason: t('reasonNeeded') }),
    onDone: () => {
      void notify(t('done.RETRACT'));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog
      title={t('actions.RETRACT')}
      submitLabel={t('actions.RETRACT')}
      command={command}
      onClose={onClose}
      danger
    >
      <Text size="sm" c="dimmed">
        {t('retract.text')}
      </Text>
      <Textarea label={t('fields.reason')} required autosize minRows={3} {...command.form.getInputProps('reason')} />
    </CommandDialog>
  );
}
