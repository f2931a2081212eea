import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { SampleDialogProps } from '../sample-dialogs';

const RefuseSampleHandOver = graphql(`
  mutation RefuseSampleHandOver($input: ReasonedSampleInput!) {
    refuseSampleHandOver(input: $input) {
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

export default function RefuseHandOverDialog({ sample, onClose, onStale }: SampleDialogProps) {
  const { t } = useTranslation('samples');
  const command = useCommandForm({
    document: RefuseSampleHandOver,
    initialValues: { reason: '' },
    variables: ({ reason }) => ({ input: { id: sample.id, reason: reason.trim() } }),
    validate: ({ reason }) => (reason.trim() ? {} : { reason: t('form.reasonNeeded') }),
    onDone: () => {
      void notify(t('done.REFUSE_HAND_OVER'));
      onClose();
    },
    onStale,
    draft: `refuse-sample-${sample.id}`,
  });
  return (
    <CommandDialog
      title={t('steps.REFUSE_HAND_OVER')}
      submitLabel={t('steps.REFUSE_HAND_OVER')}
      command={command}
      onClose={onClose}
      danger
    >
      <Text size="sm">{t('consequences.REFUSE_HAND_OVER')}</Text>
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
