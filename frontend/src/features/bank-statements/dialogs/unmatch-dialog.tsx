import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { useIdempotencyKey } from '@/lib/draft';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { LookedAt } from '../counterparts';

const Unmatch = graphql(`
  mutation UnmatchBankLines($input: UnmatchBankLinesInput!) {
    unmatchBankLines(input: $input) {
      match {
        id
        undoneAt
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface UnmatchDialogProps {
  line: LookedAt;
  onDone: () => void;
  onClose: () => void;
}

/** Takes a match back; that it was there, and why it is not any more, stays to be read. */
export default function UnmatchDialog({ line, onDone, onClose }: UnmatchDialogProps) {
  const { t } = useTranslation(['bank', 'common']);
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: Unmatch,
    initialValues: { reason: '' },
    draft: `unmatch-${line.match?.id ?? line.id}`,
    variables: ({ reason }) => ({
      input: { idempotencyKey: idempotencyKey.current, bankMatchId: line.match?.id ?? '', reason: reason.trim() },
    }),
    validate: ({ reason }) => (reason.trim() ? {} : { reason: t('common:step.reasonNeeded') }),
    onDone: () => {
      renewKey();
      void notify(t('unmatch.done'));
      onDone();
      onClose();
    },
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  return (
    <CommandDialog title={t('unmatch.title')} submitLabel={t('unmatch.title')} command={command} onClose={onClose}>
      <Text size="sm">{t('unmatch.text')}</Text>
      <Textarea
        label={t('common:step.reason')}
        required
        autosize
        minRows={2}
        maxLength={1000}
        {...command.form.getInputProps('reason')}
      />
    </CommandDialog>
  );
}
