import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOrganizationDirectory } from '@/features/members/directory';
import { graphql } from '@/gql';
import { useIdempotencyKey } from '@/lib/draft';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { RemoteSelect } from '@/ui/remote-select';
import type { FundDialogProps } from '../fund-dialogs';
import { writtenAmount } from '../minor';
import { AmountField, BankReferenceField, NoteField, orNothing, useMoneyFaults } from '../money-fields';

const ProposeContribution = graphql(`
  mutation ProposeContribution($input: ProposeContributionInput!) {
    proposeContribution(input: $input) {
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

/** Records what somebody paid in; it is in the books once a second person has confirmed it. */
export default function ContributionDialog({ fund, onClose }: FundDialogProps) {
  const { t } = useTranslation('funds');
  const organizations = useOrganizationDirectory();
  const faults = useMoneyFaults(fund.currency);
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: ProposeContribution,
    initialValues: { organizationId: null as string | null, amount: '', bankReference: '', note: '' },
    draft: `contribution-${fund.id}`,
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
      void notify(t('proposed.CONTRIBUTION'));
      onClose();
    },
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  const { form } = command;
  return (
    <CommandDialog title={t('dos.CONTRIBUTION')} submitLabel={t('form.propose')} command={command} onClose={onClose}>
      <Text size="sm">{t('texts.CONTRIBUTION')}</Text>
      <RemoteSelect label={t('form.payer')} required {...organizations} {...form.getInputProps('organizationId')} />
      <AmountField field={form.getInputProps} currency={fund.currency} />
      <BankReferenceField field={form.getInputProps} />
      <NoteField field={form.getInputProps} />
    </CommandDialog>
  );
}
