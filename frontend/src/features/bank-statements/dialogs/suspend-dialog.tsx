import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NoteField, orNothing } from '@/features/funds/money-fields';
import { graphql } from '@/gql';
import type { BankLineRowFragment } from '@/gql/graphql';
import { useIdempotencyKey } from '@/lib/draft';
import { useFormats } from '@/lib/format';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';

const Suspend = graphql(`
  mutation SuspendBankLine($input: SuspendBankLineInput!) {
    suspendBankLine(input: $input) {
      line {
        ...BankLineRow
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export interface LineDialogProps {
  line: BankLineRowFragment;
  onDone: () => void;
  onClose: () => void;
}

/** Puts a line that nobody can place into suspense: bank and ledger say the same, and somebody still has to find its place. */
export default function SuspendDialog({ line, onDone, onClose }: LineDialogProps) {
  const { t } = useTranslation('bank');
  const { date, money } = useFormats();
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: Suspend,
    initialValues: { note: '' },
    draft: `suspend-${line.id}`,
    variables: ({ note }) => ({
      input: { idempotencyKey: idempotencyKey.current, bankLineId: line.id, note: orNothing(note) },
    }),
    onDone: () => {
      renewKey();
      void notify(t('suspend.done'));
      onDone();
      onClose();
    },
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  return (
    <CommandDialog title={t('suspend.title')} submitLabel={t('suspend.title')} command={command} onClose={onClose}>
      <Text size="sm" fw={500}>
        {money(line.amount)} · {date(line.bookedOn)} · {line.reference}
      </Text>
      <Text size="sm">{t('suspend.text')}</Text>
      <NoteField field={command.form.getInputProps} />
    </CommandDialog>
  );
}
