import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { EvidenceDialogProps } from '../evidence-dialogs';

const ConfirmEvidenceTransfer = graphql(`
  mutation ConfirmEvidenceTransfer($input: ConfirmEvidenceTransferInput!) {
    confirmEvidenceTransfer(input: $input) {
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

export default function ConfirmTransferDialog({ evidence, onClose, onStale }: EvidenceDialogProps) {
  const { t } = useTranslation('evidence');
  const command = useCommandForm({
    document: ConfirmEvidenceTransfer,
    initialValues: { note: '' },
    variables: ({ note }) => ({ input: { id: evidence.transfer?.id ?? '', note: note.trim() || undefined } }),
    onDone: () => {
      void notify(t('done.CONFIRM_TRANSFER'));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog
      title={t('actions.CONFIRM_TRANSFER')}
      submitLabel={t('actions.CONFIRM_TRANSFER')}
      command={command}
      onClose={onClose}
    >
      <Text size="sm">{t('consequences.CONFIRM_TRANSFER')}</Text>
      <Textarea
        label={t('fields.note')}
        autosize
        minRows={2}
        maxLength={2000}
        {...command.form.getInputProps('note')}
      />
    </CommandDialog>
  );
}
