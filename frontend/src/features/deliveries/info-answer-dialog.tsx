import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { DeliveryDialogProps } from './settle-dialog';

const AnswerInfoRequest = graphql(`
  mutation AnswerInfoRequest($input: AnswerInfoRequestInput!) {
    answerInfoRequest(input: $input) {
      delivery {
        ...Delivery
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** The owner answers a recipient's question; the recipient's clock runs on from there. */
export function InfoAnswerDialog({ delivery, onClose, onStale }: DeliveryDialogProps) {
  const { t } = useTranslation('deliveries');
  const command = useCommandForm({
    document: AnswerInfoRequest,
    initialValues: { answer: '' },
    draft: `info-${delivery.id}`,
    variables: ({ answer }) => ({
      input: { id: delivery.id, expectedVersion: delivery.version, answer: answer.trim() },
    }),
    validate: ({ answer }) => (answer.trim() ? {} : { answer: t('info.answerNeeded') }),
    onDone: () => {
      void notify(t('info.done'));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog title={t('info.title')} submitLabel={t('info.submit')} command={command} onClose={onClose}>
      <Text size="sm">{delivery.infoQuestion ?? delivery.reason}</Text>
      <Textarea label={t('info.answer')} required autosize minRows={3} {...command.form.getInputProps('answer')} />
    </CommandDialog>
  );
}
