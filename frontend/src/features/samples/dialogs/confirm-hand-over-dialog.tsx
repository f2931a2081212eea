import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { SampleDialogProps } from '../sample-dialogs';

const ConfirmSampleHandOver = graphql(`
  mutation ConfirmSampleHandOver($input: ConfirmSampleHandOverInput!) {
    confirmSampleHandOver(input: $input) {
      sample {
        ...SamplePage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export default function ConfirmHandOverDialog({ sample, onClose, onStale }: SampleDialogProps) {
  const { t } = useTranslation('samples');
  const command = useCommandForm({
    document: ConfirmSampleHandOver,
    initialValues: { note: '' },
    variables: ({ note }) => ({ input: { id: sample.id, note: note.trim() || undefined } }),
    onDone: () => {
      void notify(t('done.CONFIRM_HAND_OVER'));
      onClose();
    },
    onStale,
    draft: `confirm-sample-${sample.id}`,
  });
  return (
    <CommandDialog
      title={t('steps.CONFIRM_HAND_OVER')}
      submitLabel={t('steps.CONFIRM_HAND_OVER')}
      command={command}
      onClose={onClose}
    >
      <Text size="sm">{t('consequences.CONFIRM_HAND_OVER')}</Text>
      <Textarea
        label={t('form.condition')}
        description={t('form.conditionHint')}
        autosize
        minRows={2}
        maxLength={2000}
        {...command.form.getInputProps('note')}
      />
    </CommandDialog>
  );
}
