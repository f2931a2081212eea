import { Radio, Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useOrganizationDirectory } from '@/features/members/directory';
import { graphql } from '@/gql';
import { useIdempotencyKey } from '@/lib/draft';
import { useFormats } from '@/lib/format';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { RemoteSelect } from '@/ui/remote-select';
import type { FundDialogProps } from '../fund-dialogs';
import { writtenAmount } from '../minor';
import { AmountField, NoteField, orNothing, useMoneyFaults } from '../money-fields';

const ProposeAllocation = graphql(`
  mutation ProposeAllocation($input: ProposeAllocationInput!) {
    proposeAllocation(input: $input) {
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

const FundPrograms = graphql(`
  query FundPrograms($fundId: ID!) {
    testPurchasePrograms(first: 100, filter: { fundId: $fundId, states: [PLANNED, ACTIVE, ENDED] }) {
      nodes {
        id
        name
      }
    }
  }
`);

/** Proposes what the pool gives to a member, or takes back; two others have to agree. */
export default function AllocationDialog({ fund, onClose }: FundDialogProps) {
  const { t } = useTranslation('funds');
  const { labelled, money } = useFormats();
  const organizations = useOrganizationDirectory(['MEMBER_BRAND', 'ASSOCIATION', 'SECRETARIAT']);
  const [{ data }] = useQuery({ query: FundPrograms, variables: { fundId: fund.id } });
  const faults = useMoneyFaults(fund.currency);
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: ProposeAllocation,
    initialValues: {
      direction: 'give' as 'give' | 'takeBack',
      organizationId: null as string | null,
      programId: null as string | null,
      amount: '',
      note: '',
    },
    draft: `allocation-${fund.id}`,
    undrafted: ['organizationId'],
    variables: ({ direction, organizationId, programId, amount, note }) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        fundId: fund.id,
        organizationId: organizationId ?? '',
        programId: programId ?? undefined,
        amount: writtenAmount(amount),
        takeBack: direction === 'takeBack',
        note: orNothing(note),
      },
    }),
    validate: ({ organizationId, amount }) => ({
      ...(organizationId ? {} : { organizationId: t('form.organizationNeeded') }),
      ...faults({ amount }),
    }),
    onDone: () => {
      renewKey();
      void notify(t('proposed.ALLOCATION'));
      onClose();
    },
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  const { form } = command;
  const gives = form.values.direction === 'give';
  return (
    <CommandDialog title={t('dos.ALLOCATION')} submitLabel={t('form.propose')} command={command} onClose={onClose}>
      <Text size="sm">{t('texts.ALLOCATION')}</Text>
      <Radio.Group label={t('form.direction')} required {...form.getInputProps('direction')}>
        <Stack gap={8} mt={6}>
          <Radio value="give" label={t('allocations.give')} />
          <Radio value="takeBack" label={t('allocations.takeBack')} />
        </Stack>
      </Radio.Group>
      <RemoteSelect label={t('fields.member')} required {...organizations} {...form.getInputProps('organizationId')} />
      <Select
        label={t('fields.program')}
        placeholder={t('allocations.anyPurchase')}
        searchable
        clearable
        data={(data?.testPurchasePrograms.nodes ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('programId')}
      />
      <AmountField
        field={form.getInputProps}
        currency={fund.currency}
        hint={fund.balance && gives ? labelled(t('figures.pool'), money(fund.balance.pool)) : undefined}
      />
      <NoteField field={form.getInputProps} />
    </CommandDialog>
  );
}
