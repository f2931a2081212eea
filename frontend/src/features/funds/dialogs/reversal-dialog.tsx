import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { EntryRowFragment } from '@/gql/graphql';
import { useIdempotencyKey } from '@/lib/draft';
import { useFormats } from '@/lib/format';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { useAccountName } from '../fund-words';

const ProposeReversal = graphql(`
  mutation ProposeReversal($input: ProposeReversalInput!) {
    proposeReversal(input: $input) {
      order {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface ReversalDialogProps {
  entry: EntryRowFragment;
  onClose: () => void;
}

/** Proposes to take back what was recorded by mistake: by an entry the other way round, never by changing the first. */
export default function ReversalDialog({ entry, onClose }: ReversalDialogProps) {
  const { t } = useTranslation(['funds', 'common']);
  const { money } = useFormats();
  const accountName = useAccountName();
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: ProposeReversal,
    initialValues: { reason: '' },
    draft: `reversal-${entry.id}`,
    variables: ({ reason }) => ({
      input: { idempotencyKey: idempotencyKey.current, ledgerEntryId: entry.id, reason: reason.trim() },
    }),
    validate: ({ reason }) => (reason.trim() ? {} : { reason: t('common:step.reasonNeeded') }),
    onDone: () => {
      renewKey();
      void notify(t('proposed.REVERSAL'));
      onClose();
    },
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  return (
    <CommandDialog title={t('dos.REVERSAL')} submitLabel={t('form.propose')} command={command} onClose={onClose}>
      <Text size="sm" fw={500}>
        {t(`entryKinds.${entry.kind}`)} · {money(entry.amount)}
      </Text>
      <Text size="sm">
        {accountName(entry.debit)} → {accountName(entry.credit)}
      </Text>
      <Text size="sm">{t('texts.REVERSAL')}</Text>
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
