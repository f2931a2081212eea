import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isAmountOf } from './minor';

/** The props of a form's field, by its name. */
type FieldOf<Name extends string> = (name: Name) => object;

interface AmountFieldProps {
  field: FieldOf<'amount'>;
  currency: string;
  /** What it must not be more than, in words. */
  hint?: string;
}

export function AmountField({ field, currency, hint }: AmountFieldProps) {
  const { t } = useTranslation('funds');
  return (
    <TextInput
      label={t('form.amountIn', { currency })}
      description={hint}
      required
      inputMode="decimal"
      autoComplete="off"
      {...field('amount')}
    />
  );
}

export function BankReferenceField({ field }: { field: FieldOf<'bankReference'> }) {
  const { t } = useTranslation('funds');
  return (
    <TextInput
      label={t('fields.bankReference')}
      description={t('form.bankReferenceHint')}
      required
      maxLength={100}
      autoComplete="off"
      {...field('bankReference')}
    />
  );
}

export function NoteField({ field }: { field: FieldOf<'note'> }) {
  const { t } = useTranslation('funds');
  return <Textarea label={t('fields.note')} autosize minRows={2} maxLength={1000} {...field('note')} />;
}

/** What is wrong with the fields that most of these forms have; the server says the rest. */
export function useMoneyFaults(currency: string) {
  const { t } = useTranslation('funds');
  return ({ amount, bankReference }: { amount: string; bankReference?: string }) => ({
    ...(isAmountOf(amount, currency) ? {} : { amount: t('form.amountWrong', { currency }) }),
    ...(bankReference === undefined || bankReference.trim() ? {} : { bankReference: t('form.bankReferenceNeeded') }),
  });
}

/** A text of a form as it is sent: nothing where nothing was written. */
export function orNothing(text: string): string | undefined {
  return text.trim() || undefined;
}
