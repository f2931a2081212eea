import { MultiSelect, Select, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { orNothing } from '@/features/funds/money-fields';
import { graphql } from '@/gql';
import { useIdempotencyKey } from '@/lib/draft';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { AddLeadEvidence, useLeadEvidence } from '../lead-evidence-choice';
import type { PurchaseDialogProps } from '../purchase-dialogs';

const ReceivePurchase = graphql(`
  mutation ReceivePurchase($input: ReceivePurchaseInput!) {
    receivePurchase(input: $input) {
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

/** Writes down that it came: the film of its unpacking, and a seal for each piece. Custody begins here. */
export default function ReceivePurchaseDialog({ purchase, onClose, onStale }: PurchaseDialogProps) {
  const { t } = useTranslation('purchases');
  const evidence = useLeadEvidence(purchase.lead?.id);
  const pieces = purchase.approvedQuantity ?? purchase.quantity;
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: ReceivePurchase,
    initialValues: {
      videoEvidenceId: null as string | null,
      seals: Array.from({ length: pieces }, () => ''),
      place: '',
      evidenceIds: [] as string[],
    },
    draft: `receivePurchase-${purchase.id}`,
    undrafted: ['videoEvidenceId', 'evidenceIds'],
    variables: ({ videoEvidenceId, seals, place, evidenceIds }) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        id: purchase.id,
        expectedVersion: purchase.version,
        videoEvidenceId: videoEvidenceId ?? '',
        seals: seals.map((seal) => seal.trim()).filter(Boolean),
        place: orNothing(place),
        evidenceIds,
      },
    }),
    validate: ({ videoEvidenceId, seals }) => ({
      ...(videoEvidenceId ? {} : { videoEvidenceId: t('form.videoNeeded') }),
      ...(seals.some((seal) => seal.trim()) ? {} : { 'seals.0': t('form.sealNeeded') }),
    }),
    onDone: () => {
      renewKey();
      void notify(t('done.RECEIVE'));
      onClose();
    },
    onFailure: ({ code }) => code !== null && renewKey(),
    onStale,
  });
  const { form } = command;
  return (
    <CommandDialog
      title={t('steps.RECEIVE')}
      submitLabel={t('form.record')}
      command={command}
      onClose={onClose}
      size="lg"
    >
      <Text size="sm">{t('texts.RECEIVE')}</Text>
      <Select
        label={t('evidence.roles.video')}
        description={t('form.videoHint')}
        required
        searchable
        data={evidence.of(['VIDEO'])}
        {...form.getInputProps('videoEvidenceId')}
      />
      <AddLeadEvidence lead={evidence.lead} />
      {form.values.seals.map((_, place) => (
        <TextInput
          // biome-ignore lint/suspicious/noArrayIndexKey: a seal is told from the others by its place alone
          key={place}
          label={t('form.sealOf', { number: place + 1 })}
          required={place === 0}
          maxLength={100}
          autoComplete="off"
          {...form.getInputProps(`seals.${place}`)}
        />
      ))}
      {form.errors.seals ? (
        <Text size="sm" c="red">
          {form.errors.seals}
        </Text>
      ) : null}
      <TextInput label={t('form.place')} maxLength={200} {...form.getInputProps('place')} />
      <MultiSelect label={t('evidence.roles.other')} data={evidence.of()} {...form.getInputProps('evidenceIds')} />
    </CommandDialog>
  );
}
