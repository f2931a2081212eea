import { Radio, Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { RejectReason } from '@/gql/graphql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { LeadDialogProps } from '../lead-dialogs';

const RejectLead = graphql(`
  mutation RejectLead($input: RejectLeadInput!) {
    rejectLead(input: $input) {
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

export default function RejectDialog({ lead, onClose, onStale }: LeadDialogProps) {
  const { t } = useTranslation(['leads', 'enums']);
  const command = useCommandForm({
    document: RejectLead,
    initialValues: { reason: 'INSUFFICIENT_INFORMATION' as RejectReason, note: '' },
    draft: `reject-${lead.id}`,
    variables: ({ reason, note }) => ({
      input: { id: lead.id, expectedVersion: lead.version, reason, note: note.trim() || undefined },
    }),
    onDone: () => {
      void notify(t('done.REJECT'));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog
      title={t('actions.REJECT')}
      submitLabel={t('actions.REJECT')}
      command={command}
      onClose={onClose}
      danger
    >
      <Radio.Group label={t('fields.rejectReason')} {...command.form.getInputProps('reason')}>
        <Stack gap={6} mt={6}>
          {Object.values(RejectReason).map((value) => (
            <Radio key={value} value={value} label={t(`enums:rejectReason.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea label={t('fields.note')} autosize minRows={2} {...command.form.getInputProps('note')} />
    </CommandDialog>
  );
}
