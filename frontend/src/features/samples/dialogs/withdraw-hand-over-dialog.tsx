import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { SampleDialogProps } from '../sample-dialogs';

const WithdrawSampleHandOver = graphql(`
  mutation WithdrawSampleHandOver($input: ReasonedSampleInput!) {
    withdrawSampleHandOver(input: $input) {
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

export default function WithdrawHandOverDialog({ sample, onClose, onStale }: SampleDialogProps) {
  const { t } = useTranslation('samples');
  const command = useCommandForm({
    document: WithdrawSampleHandOver,
    initialValues: { reason: '' },
    variables: ({ reason }) => ({ input: { id: sample.id, reason: reason.trim() } }),
    validate: ({ reason }) => (reason.trim() ? {} : { reason: t('form.reasonNeeded') }),
    onDone: () => {
      void notify(t('done.WITHDRAW_HAND_OVER'));
      onClose();
    },
    onStale,
    draft: `withdraw-sample-${sample.id}`,
  });
  return (
    <CommandDialog
      title={t('steps.WITHDRAW_HAND_OVER')}
      submitLabel={t('steps.WITHDRAW_HAND_OVER')}
      command={command}
      onClose={onClose}
    >
      <Text size="sm">{t('consequences.WITHDRAW_HAND_OVER')}</Text>
      <Textarea
        label={t('form.reason')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        {...command.form.getInputProps('reason')}
      />
    </CommandDialog>
  );
}
