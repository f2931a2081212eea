import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { writtenAmount } from '@/features/funds/minor';
import { AmountField, useMoneyFaults } from '@/features/funds/money-fields';
import { graphql } from '@/gql';
import { useIdempotencyKey } from '@/lib/draft';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { PurchaseDialogProps } from '../purchase-dialogs';

const AskPurchaseTopUp = graphql(`
  mutation AskPurchaseTopUp($input: AskPurchaseTopUpInput!) {
    askPurchaseTopUp(input: $input) {
      purchase {
        ...PurchasePage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Asks for more than is held; somebody else agrees before it can be spent. */
export default function TopUpDialog({ purchase, onClose, onStale }: PurchaseDialogProps) {
  const { t } = useTranslation('purchases');
  const currency = purchase.money?.currency ?? 'CNY';
  const faults = useMoneyFaults(currency);
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: AskPurchaseTopUp,
    initialValues: { amount: '', reason: '' },
    draft: `askPurchaseTopUp-${purchase.id}`,
    variables: ({ amount, reason }) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        id: purchase.id,
        expectedVersion: purchase.version,
        amount: writtenAmount(amount),
        reason: reason.trim(),
      },
    }),
    validate: ({ amount, reason }) => ({
      ...faults({ amount }),
      ...(reason.trim() ? {} : { reason: t('form.reasonNeeded') }),
    }),
    onDone: () => {
      renewKey();
      void notify(t('done.ASK_TOP_UP'));
      onClose();
    },
    onFailure: ({ code }) => code !== null && renewKey(),
    onStale,
  });
  const { form } = command;
  return (
    <CommandDialog title={t('steps.ASK_TOP_UP')} submitLabel={t('form.ask')} command={command} onClose={onClose}>
      <Text size="sm">{t('texts.ASK_TOP_UP')}</Text>
      <AmountField field={form.getInputProps} currency={currency} />
      <Textarea
        label={t('fields.reason')}
        required
        autosize
        minRows={2}
        maxLength={1000}
        {...form.getInputProps('reason')}
      />
    </CommandDialog>
  );
}
