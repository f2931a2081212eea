import { Radio, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { SuspenseDirection } from '@/gql/graphql';
import { useIdempotencyKey } from '@/lib/draft';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { FundDialogProps } from '../fund-dialogs';
import { writtenAmount } from '../minor';
import { AmountField, BankReferenceField, NoteField, orNothing, useMoneyFaults } from '../money-fields';

const RecordSuspense = graphql(`
  mutation RecordSuspense($input: RecordSuspenseInput!) {
    recordSuspense(input: $input) {
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

/** Writes down what the bank moved and nobody could place. */
export default function SuspenseDialog({ fund, onClose }: FundDialogProps) {
  const { t } = useTranslation('funds');
  const faults = useMoneyFaults(fund.currency);
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: RecordSuspense,
    initialValues: { direction: SuspenseDirection.In as SuspenseDirection, amount: '', bankReference: '', note: '' },
    draft: `suspense-${fund.id}`,
    variables: ({ amount, bankReference, note, direction }) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        fundId: fund.id,
        direction,
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
    <CommandDialog title={t('dos.SUSPENSE')} submitLabel={t('record')} command={command} onClose={onClose}>
      <Text size="sm">{t('texts.SUSPENSE')}</Text>
      <Radio.Group label={t('form.direction')} required {...form.getInputProps('direction')}>
        <Stack gap={8} mt={6}>
          {Object.values(SuspenseDirection).map((each) => (
            <Radio key={each} value={each} label={t(`suspense.directions.${each}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <AmountField field={form.getInputProps} currency={fund.currency} />
      <BankReferenceField field={form.getInputProps} />
      <NoteField field={form.getInputProps} />
    </CommandDialog>
  );
}
