import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { useIdempotencyKey } from '@/lib/draft';
import { useFormats } from '@/lib/format';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { FundDialogProps } from '../fund-dialogs';
import { writtenAmount } from '../minor';
import { AmountField, BankReferenceField, NoteField, orNothing, useMoneyFaults } from '../money-fields';

const RecordCardPayment = graphql(`
  mutation RecordCardPayment($input: RecordCardPaymentInput!) {
    recordCardPayment(input: $input) {
      fund {
        ...FundPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Writes down that the bank paid what was paid by card. */
export default function CardPaymentDialog({ fund, onClose }: FundDialogProps) {
  const { t } = useTranslation('funds');
  const { labelled, money } = useFormats();
  const faults = useMoneyFaults(fund.currency);
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: RecordCardPayment,
    initialValues: { amount: '', bankReference: '', note: '' },
    draft: `card-payment-${fund.id}`,
    variables: ({ amount, bankReference, note }) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        fundId: fund.id,
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
  return (
    <CommandDialog title={t('dos.CARD_PAYMENT')} submitLabel={t('record')} command={command} onClose={onClose}>
      <Text size="sm">{t('texts.CARD_PAYMENT')}</Text>
      <AmountField
        field={form.getInputProps}
        currency={fund.currency}
        hint={fund.balance ? labelled(t('figures.cardClearing'), money(fund.balance.cardClearing)) : undefined}
      />
      <BankReferenceField field={form.getInputProps} />
      <NoteField field={form.getInputProps} />
    </CommandDialog>
  );
}
