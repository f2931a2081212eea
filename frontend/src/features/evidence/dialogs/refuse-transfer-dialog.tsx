import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { EvidenceDialogProps } from '../evidence-dialogs';

const RefuseEvidenceTransfer = graphql(`
  mutation RefuseEvidenceTransfer($input: EvidenceTransferReasonInput!) {
    refuseEvidenceTransfer(input: $input) {
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

export default function RefuseTransferDialog({ evidence, onClose, onStale }: EvidenceDialogProps) {
  const { t } = useTranslation('evidence');
  const command = useCommandForm({
    document: RefuseEvidenceTransfer,
    initialValues: { reason: '' },
    variables: ({ reason }) => ({ input: { id: evidence.transfer?.id ?? '', reason: reason.trim() } }),
    validate: ({ reason }) => (reason.trim() ? {} : { reason: t('form.reasonNeeded') }),
    onDone: () => {
      void notify(t('done.REFUSE_TRANSFER'));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog
      title={t('actions.REFUSE_TRANSFER')}
      submitLabel={t('actions.REFUSE_TRANSFER')}
      command={command}
      onClose={onClose}
      danger
    >
      <Text size="sm">{t('consequences.REFUSE_TRANSFER')}</Text>
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
