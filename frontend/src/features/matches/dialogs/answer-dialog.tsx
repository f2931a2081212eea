import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { useLocalName } from '@/lib/local-name';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { MatchDialogProps } from '../match-dialogs';

const AnswerBlindMatch = graphql(`
  mutation AnswerBlindMatch($input: AnswerBlindMatchInput!) {
    answerBlindMatch(input: $input) {
      blindMatch {
        ...BlindMatchDetail
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface AnswerDialogProps extends MatchDialogProps {
  answer: 'PROPOSE' | 'AGREE' | 'DECLINE';
}

/** What the own side says: above the button stands who will learn what by it. */
export default function AnswerDialog({ match, answer, onClose, onStale }: AnswerDialogProps) {
  const { t } = useTranslation('matches');
  const localName = useLocalName();
  const { id, version, isContactWished, organization } = match;
  const opens = answer === 'AGREE' && isContactWished;
  const command = useCommandForm({
    document: AnswerBlindMatch,
    initialValues: { note: '' },
    draft: `answer-blind-match-${id}`,
    variables: ({ note }) => ({
      input: { id, expectedVersion: version, accept: answer !== 'DECLINE', note: note.trim() || undefined },
    }),
    onDone: ({ blindMatch }) => {
      void notify(t(blindMatch?.state === 'CONTACT' ? 'done.CONTACT' : `done.${answer}`));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog
      title={t(`titles.${answer}`)}
      submitLabel={t(`actions.${answer}`)}
      command={command}
      onClose={onClose}
      size="lg"
    >
      <Text size="sm" fw={500}>
        {t(opens ? 'consequences.OPEN' : `consequences.${answer}`, { organization: localName(organization) })}
      </Text>
      {answer === 'DECLINE' ? null : <Text size="sm">{t('consequences.named')}</Text>}
      <Textarea
        label={t('fields.note')}
        description={t('noteHint')}
        autosize
        minRows={2}
        maxLength={2000}
        {...command.form.getInputProps('note')}
      />
    </CommandDialog>
  );
}
