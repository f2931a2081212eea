import { Select, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { useIdempotencyKey } from '@/lib/draft';
import { useFormats } from '@/lib/format';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { FundDialogProps } from '../fund-dialogs';
import { isAmountOf, writtenAmount } from '../minor';
import { AmountField, BankReferenceField, NoteField, orNothing, useMoneyFaults } from '../money-fields';

const ProposeExchange = graphql(`
  mutation ProposeExchange($input: ProposeExchangeInput!) {
    proposeExchange(input: $input) {
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

const FundDirectory = graphql(`
  query FundDirectory {
    funds(first: 100) {
      nodes {
        id
        name
        currency
      }
    }
  }
`);

/** Records that the bank changed money of this fund into that of another one: both sides or none. */
export default function ExchangeDialog({ fund, onClose }: FundDialogProps) {
  const { t } = useTranslation('funds');
  const { labelled, money } = useFormats();
  const [{ data }] = useQuery({ query: FundDirectory });
  const others = (data?.funds.nodes ?? []).filter(({ currency }) => currency !== fund.currency);
  const currencyOf = (id: string | null) => others.find((other) => other.id === id)?.currency;
  const faults = useMoneyFaults(fund.currency);
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: ProposeExchange,
    initialValues: {
      counterFundId: null as string | null,
      amount: '',
      counterAmount: '',
      rateSource: '',
      bankReference: '',
      note: '',
    },
    draft: `exchange-${fund.id}`,
    variables: ({ counterFundId, amount, counterAmount, rateSource, bankReference, note }) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        fundId: fund.id,
        counterFundId: counterFundId ?? '',
        amount: writtenAmount(amount),
        counterAmount: writtenAmount(counterAmount),
        rateSource: rateSource.trim(),
        bankReference: bankReference.trim(),
        note: orNothing(note),
      },
    }),
    validate: (values) => {
      const into = currencyOf(values.counterFundId);
      return {
        ...faults(values),
        ...(into ? {} : { counterFundId: t('form.fundNeeded') }),
        ...(into && !isAmountOf(values.counterAmount, into)
          ? { counterAmount: t('form.amountWrong', { currency: into }) }
          : {}),
        ...(values.rateSource.trim() ? {} : { rateSource: t('form.rateSourceNeeded') }),
      };
    },
    onDone: () => {
      renewKey();
      void notify(t('proposed.EXCHANGE'));
      onClose();
    },
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  const { form } = command;
  const into = currencyOf(form.values.counterFundId);
  return (
    <CommandDialog title={t('dos.EXCHANGE')} submitLabel={t('form.propose')} command={command} onClose={onClose}>
      <Text size="sm">{t('texts.EXCHANGE')}</Text>
      <AmountField
        field={form.getInputProps}
        currency={fund.currency}
        hint={fund.balance ? labelled(t('figures.pool'), money(fund.balance.pool)) : undefined}
      />
      <Select
        label={t('fields.counterFund')}
        description={data && others.length === 0 ? t('form.noOtherFund') : undefined}
        required
        searchable
        data={others.map(({ id, name, currency }) => ({ value: id, label: `${name} · ${currency}` }))}
        {...form.getInputProps('counterFundId')}
      />
      <TextInput
        label={into ? t('form.receivedIn', { currency: into }) : t('fields.counterAmount')}
        required
        inputMode="decimal"
        autoComplete="off"
        {...form.getInputProps('counterAmount')}
      />
      <TextInput
        label={t('fields.rateSource')}
        description={t('form.rateSourceHint')}
        required
        maxLength={200}
        {...form.getInputProps('rateSource')}
      />
      <BankReferenceField field={form.getInputProps} />
      <NoteField field={form.getInputProps} />
    </CommandDialog>
  );
}
