import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { HoldLineFragment } from '@/gql/graphql';
import { useIdempotencyKey } from '@/lib/draft';
import { useFormats } from '@/lib/format';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { writtenAmount } from '../minor';
import { AmountField, BankReferenceField, NoteField, orNothing, useMoneyFaults } from '../money-fields';

const RecordRefund = graphql(`
  mutation RecordRefund($input: RecordRefundInput!) {
    recordRefund(input: $input) {
      hold {
        ...HoldLine
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface RefundDialogProps {
  hold: HoldLineFragment;
  onClose: () => void;
}

/** Writes down what a seller paid back: never more than was spent, and at any time. */
export default function RefundDialog({ hold, onClose }: RefundDialogProps) {
  const { t } = useTranslation('funds');
  const { labelled, list, money } = useFormats();
  const { currency } = hold.amount;
  const faults = useMoneyFaults(currency);
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: RecordRefund,
    initialValues: { amount: '', bankReference: '', note: '' },
    draft: `refund-${hold.id}`,
    variables: ({ amount, bankReference, note }) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        fundHoldId: hold.id,
        amount: writtenAmount(amount),
        bankReference: bankReference.trim(),
        note: orNothing(note),
      },
    }),
    validate: faults,
    onDone: () => {
      renewKey();
      void notify(t('recorded'));
      onClose();
    },
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  const { form } = command;
  const before = list([
    labelled(t('figures.captured'), money(hold.captured)),
    labelled(t('figures.refunded'), money(hold.refunded)),
  ]);
  return (
    <CommandDialog title={t('dos.REFUND')} submitLabel={t('record')} command={command} onClose={onClose}>
      <Text size="sm">{t('texts.REFUND')}</Text>
      <AmountField field={form.getInputProps} currency={currency} hint={before} />
      <BankReferenceField field={form.getInputProps} />
      <NoteField field={form.getInputProps} />
    </CommandDialog>
  );
}
