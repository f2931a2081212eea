import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { LeadDialogProps } from '../lead-dialogs';

const ReopenLead = graphql(`
  mutation ReopenLead($input: ReasonedLeadInput!) {
    reopenLead(input: $input) {
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

export default function ReopenDialog({ lead, onClose, onStale }: LeadDialogProps) {
  const { t } = useTranslation('leads');
  const command = useCommandForm({
    document: ReopenLead,
    initialValues: { reason: '' },
    draft: `reopen-${lead.id}`,
    variables: ({ reason }) => ({ input: { id: lead.id, expectedVersion: lead.version, reason: reason.trim() } }),
    validate: ({ reason }) => (reason.trim() ? {} : { reason: t('reasonNeeded') }),
    onDone: () => {
      void notify(t('done.REOPEN'));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog title={t('actions.REOPEN')} submitLabel={t('actions.REOPEN')} command={command} onClose={onClose}>
      <Text size="sm" c="dimmed">
        {t('reopen.text')}
      </Text>
      <Textarea label={t('fields.reason')} required autosize minRows={3} {...command.form.getInputProps('reason')} />
    </CommandDialog>
  );
}
