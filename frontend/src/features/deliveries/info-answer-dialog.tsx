import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { InfoRequestFragment } from '@/gql/graphql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';

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

interface InfoAnswerDialogProps {
  request: InfoRequestFragment;
  onClose: () => void;
  onStale: () => void;
}

/** The owner answers a recipient's question; the recipient's clock runs on from there. */
export function InfoAnswerDialog({ request, onClose, onStale }: InfoAnswerDialogProps) {
  const { t } = useTranslation('deliveries');
  const command = useCommandForm({
    document: AnswerInfoRequest,
    initialValues: { answer: '' },
    draft: `info-${request.deliveryId}`,
    variables: ({ answer }) => ({
      input: { id: request.deliveryId, expectedVersion: request.version, answer: answer.trim() },
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
      <Text size="sm">{request.question}</Text>
      <Textarea label={t('info.answer')} required autosize minRows={3} {...command.form.getInputProps('answer')} />
    </CommandDialog>
  );
}
