import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOrganizationDirectory } from '@/features/members/directory';
import type { ProposeContributionInput } from '@/gql/graphql';
import type { CommandDocument } from '@/lib/command';
import { useIdempotencyKey } from '@/lib/draft';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { RemoteSelect } from '@/ui/remote-select';
import type { FundDialogProps } from '../fund-dialogs';
import { writtenAmount } from '../minor';
import { AmountField, BankReferenceField, NoteField, orNothing, useMoneyFaults } from '../money-fields';

/** Both say from or to whom, how much, and by which line of the bank. */
type MoneyOfOrganization = { input: ProposeContributionInput };

interface BankMoneyDialogProps<Data> extends FundDialogProps {
  kind: 'CONTRIBUTION' | 'PAYOUT';
  document: CommandDocument<Data, MoneyOfOrganization>;
  /** What the organisation is in it. */
  who: string;
}

/** Proposes what came from an organisation, or went to it, by a line of the bank. */
export function BankMoneyDialog<Data extends Record<string, unknown>>({
  kind,
  document,
  who,
  fund,
  onClose,
}: BankMoneyDialogProps<Data>) {
  const { t } = useTranslation('funds');
  const organizations = useOrganizationDirectory();
  const faults = useMoneyFaults(fund.currency);
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document,
    initialValues: { organizationId: null as string | null, amount: '', bankReference: '', note: '' },
    draft: `${kind.toLowerCase()}-${fund.id}`,
    undrafted: ['organizationId'],
    variables: ({ organizationId, amount, bankReference, note }) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        fundId: fund.id,
        organizationId: organizationId ?? '',
        amount: writtenAmount(amount),
        bankReference: bankReference.trim(),
        note: orNothing(note),
      },
    }),
    validate: (values) => ({
      ...(values.organizationId ? {} : { organizationId: t('form.organizationNeeded') }),
      ...faults(values),
    }),
    onDone: () => {
      renewKey();
      void notify(t(`proposed.${kind}`));
      onClose();
    },
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  const { form } = command;
  return (
    <CommandDialog title={t(`dos.${kind}`)} submitLabel={t('form.propose')} command={command} onClose={onClose}>
      <Text size="sm">{t(`texts.${kind}`)}</Text>
      <RemoteSelect label={who} required {...organizations} {...form.getInputProps('organizationId')} />
      <AmountField field={form.getInputProps} currency={fund.currency} />
      <BankReferenceField field={form.getInputProps} />
      <NoteField field={form.getInputProps} />
    </CommandDialog>
  );
}
