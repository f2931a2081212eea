import { Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isAmountOf, writtenAmount } from '@/features/funds/minor';
import { graphql } from '@/gql';
import { PurchaseFailure } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import DayInput from '@/ui/day-input';
import { notify } from '@/ui/notify';
import type { PurchaseDialogProps } from '../purchase-dialogs';

const FailPurchase = graphql(`
  mutation FailPurchase($input: FailPurchaseInput!) {
    failPurchase(input: $input) {
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

/** Writes down that the order came to nothing, and what the seller is to pay back. */
export default function FailPurchaseDialog({ purchase, onClose, onStale }: PurchaseDialogProps) {
  const { t } = useTranslation('purchases');
  const { labelled, money } = useFormats();
  const currency = purchase.money?.currency ?? 'CNY';
  const command = useCommandForm({
    document: FailPurchase,
    initialValues: {
      failure: null as PurchaseFailure | null,
      reason: '',
      refundExpected: purchase.money?.captured.amount ?? '',
      refundDueOn: '',
    },
    draft: `failPurchase-${purchase.id}`,
    variables: ({ failure, reason, refundExpected, refundDueOn }) => ({
      input: {
        id: purchase.id,
        expectedVersion: purchase.version,
        failure: failure ?? 'NOT_DELIVERED',
        reason: reason.trim(),
        refundExpected: writtenAmount(refundExpected) || undefined,
        refundDueOn: refundDueOn || undefined,
      },
    }),
    validate: ({ failure, reason, refundExpected }) => ({
      ...(failure ? {} : { failure: t('form.failureNeeded') }),
      ...(reason.trim() ? {} : { reason: t('form.reasonNeeded') }),
      ...(!refundExpected.trim() || isAmountOf(refundExpected, currency)
        ? {}
        : { refundExpected: t('form.amountWrong', { currency }) }),
    }),
    onDone: () => {
      void notify(t('done.FAIL'));
      onClose();
    },
    onStale,
  });
  const { form } = command;
  return (
    <CommandDialog title={t('steps.FAIL')} submitLabel={t('form.record')} command={command} onClose={onClose} danger>
      <Text size="sm">{t('texts.FAIL')}</Text>
      <Radio.Group label={t('form.whatHappened')} required {...form.getInputProps('failure')}>
        <Stack gap={6} mt={6}>
          {Object.values(PurchaseFailure).map((value) => (
            <Radio key={value} value={value} label={t(`states.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={t('fields.reason')}
        required
        autosize
        minRows={2}
        maxLength={1000}
        {...form.getInputProps('reason')}
      />
      <TextInput
        label={t('form.refundExpectedIn', { currency })}
        description={
          purchase.money ? labelled(t('money.stations.captured'), money(purchase.money.captured)) : undefined
        }
        inputMode="decimal"
        autoComplete="off"
        {...form.getInputProps('refundExpected')}
      />
      <DayInput
        label={t('form.refundDueOn')}
        description={t('form.refundDueHint')}
        clearable
        {...form.getInputProps('refundDueOn')}
      />
    </CommandDialog>
  );
}
