import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
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

const ProposeRecovery = graphql(`
  mutation ProposeRecovery($input: ProposeRecoveryInput!) {
    proposeRecovery(input: $input) {
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

interface ShareValues {
  /** Keeps React rows apart; never sent. */
  key: string;
  organizationId: string | null;
  weight: string;
}

const emptyShare = (): ShareValues => ({ key: crypto.randomUUID(), organizationId: null, weight: '1' });

const WEIGHT = /^[1-9]\d{0,6}$/;
const isWeight = (typed: string) => WEIGHT.test(typed.trim()) && Number(typed) <= 1_000_000;

/** Records what an offender paid, and to whom it is owed by weight: the server's parts sum to it exactly. */
export default function RecoveryDialog({ fund, onClose }: FundDialogProps) {
  const { t } = useTranslation('funds');
  const faults = useMoneyFaults(fund.currency);
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: ProposeRecovery,
    initialValues: { amount: '', bankReference: '', note: '', shares: [emptyShare()] },
    draft: `recovery-${fund.id}`,
    undrafted: ['shares'],
    variables: ({ amount, bankReference, note, shares }) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        fundId: fund.id,
        amount: writtenAmount(amount),
        bankReference: bankReference.trim(),
        shares: shares.map(({ organizationId, weight }) => ({
          organizationId: organizationId ?? '',
          weight: Number(weight),
        })),
        note: orNothing(note),
      },
    }),
    validate: ({ shares, ...rest }) => ({
      ...faults(rest),
      ...Object.fromEntries(
        shares.flatMap(({ organizationId, weight }, place) => [
          ...(organizationId ? [] : [[`shares.${place}.organizationId`, t('form.organizationNeeded')]]),
          ...(isWeight(weight) ? [] : [[`shares.${place}.weight`, t('form.weightWrong')]]),
        ]),
      ),
    }),
    onDone: () => {
      renewKey();
      void notify(t('proposed.RECOVERY'));
      onClose();
    },
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  const { form } = command;
  const wrong = form.errors.shares;
  return (
    <CommandDialog
      title={t('dos.RECOVERY')}
      submitLabel={t('form.propose')}
      command={command}
      onClose={onClose}
      size="lg"
    >
      <Text size="sm">{t('texts.RECOVERY')}</Text>
      <AmountField field={form.getInputProps} currency={fund.currency} />
      <BankReferenceField field={form.getInputProps} />
      <Stack gap="sm" component="fieldset" m={0} p={0} bd={0}>
        <Text component="legend" size="sm" fw={500}>
          {t('orders.shares')}
        </Text>
        {form.values.shares.map(({ key }, place) => (
          <ShareRow
            key={key}
            number={place + 1}
            field={(name) => form.getInputProps(`shares.${place}.${name}`) as FieldProps}
            onRemove={form.values.shares.length > 1 ? () => form.removeListItem('shares', place) : undefined}
          />
        ))}
        {wrong ? (
          <Text size="xs" c="var(--mantine-color-error)" role="alert">
            {wrong}
          </Text>
        ) : null}
        <Group>
          <Button
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => form.insertListItem('shares', emptyShare())}
          >
            {t('form.addShare')}
          </Button>
        </Group>
      </Stack>
      <NoteField field={form.getInputProps} />
    </CommandDialog>
  );
}

interface FieldProps {
  value: string;
  onChange: (value: unknown) => void;
}

interface ShareRowProps {
  number: number;
  field: (name: 'organizationId' | 'weight') => FieldProps;
  onRemove: (() => void) | undefined;
}

function ShareRow({ number, field, onRemove }: ShareRowProps) {
  const { t } = useTranslation('funds');
  const organizations = useOrganizationDirectory();
  return (
    <Group gap="sm" align="flex-start" wrap="wrap">
      <div style={{ flex: '1 1 220px' }}>
        <RemoteSelect label={t('form.shareOf', { number })} required {...organizations} {...field('organizationId')} />
      </div>
      <TextInput
        label={t('form.weightOf', { number })}
        required
        inputMode="numeric"
        w={112}
        autoComplete="off"
        {...field('weight')}
      />
      {onRemove ? (
        <Button variant="subtle" color="gray" mt={24} onClick={onRemove} aria-label={t('form.removeShare', { number })}>
          {t('form.remove')}
        </Button>
      ) : null}
    </Group>
  );
}
