import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { EvidenceDialogProps } from '../evidence-dialogs';

const WithdrawEvidenceTransfer = graphql(`
  mutation WithdrawEvidenceTransfer($input: EvidenceTransferReasonInput!) {
    withdrawEvidenceTransfer(input: $input) {
      evidence {
        ...EvidencePage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export default function WithdrawTransferDialog({ evidence, onClose, onStale }: EvidenceDialogProps) {
  const { t } = useTranslation('evidence');
  const command = useCommandForm({
    document: WithdrawEvidenceTransfer,
    initialValues: { reason: '' },
    variables: ({ reason }) => ({ input: { id: evidence.transfer?.id ?? '', reason: reason.trim() } }),
    validate: ({ reason }) => (reason.trim() ? {} : { reason: t('form.reasonNeeded') }),
    onDone: () => {
      void notify(t('done.WITHDRAW_TRANSFER'));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog
      title={t('actions.WITHDRAW_TRANSFER')}
      submitLabel={t('actions.WITHDRAW_TRANSFER')}
      command={command}
      onClose={onClose}
    >
      <Text size="sm">{t('consequences.WITHDRAW_TRANSFER')}</Text>
      <Textarea
        label={t('fields.reason')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        {...command.form.getInputProps('reason')}
      />
    </CommandDialog>
  );
}
