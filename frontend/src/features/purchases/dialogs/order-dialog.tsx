import { MultiSelect, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isAmountOf, writtenAmount } from '@/features/funds/minor';
import { orNothing } from '@/features/funds/money-fields';
import { graphql } from '@/gql';
import { FundCostKind, PurchasePaidFrom } from '@/gql/graphql';
import { useIdempotencyKey } from '@/lib/draft';
import { useFormats } from '@/lib/format';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { AddLeadEvidence, useLeadEvidence } from '../lead-evidence-choice';
import type { PurchaseDialogProps } from '../purchase-dialogs';

const OrderPurchase = graphql(`
  mutation OrderPurchase($input: OrderPurchaseInput!) {
    orderPurchase(input: $input) {
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

/** What an order is paid for; goods always are. */
const KINDS = [FundCostKind.Goods, FundCostKind.Shipping, FundCostKind.Notary] as const;

/** Writes down what was ordered and paid; what is held and not spent goes back at once. */
export default function OrderPurchaseDialog({ purchase, onClose, onStale }: PurchaseDialogProps) {
  const { t } = useTranslation(['purchases', 'funds']);
  const { labelled, money } = useFormats();
  const currency = purchase.money?.currency ?? 'CNY';
  const evidence = useLeadEvidence(purchase.lead?.id);
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: OrderPurchase,
    initialValues: {
      orderNumber: '',
      GOODS: '',
      SHIPPING: '',
      NOTARY: '',
      paidFrom: PurchasePaidFrom.Card as PurchasePaidFrom,
      bankReference: '',
      listingEvidenceId: null as string | null,
      proofEvidenceId: null as string | null,
      evidenceIds: [] as string[],
    },
    draft: `orderPurchase-${purchase.id}`,
    undrafted: ['listingEvidenceId', 'proofEvidenceId', 'evidenceIds'],
    variables: (values) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        id: purchase.id,
        expectedVersion: purchase.version,
        orderNumber: values.orderNumber.trim(),
        costs: KINDS.filter((kind) => values[kind].trim()).map((kind) => ({
          kind,
          amount: writtenAmount(values[kind]),
        })),
        paidFrom: values.paidFrom,
        bankReference: orNothing(values.bankReference),
        listingEvidenceId: values.listingEvidenceId ?? '',
        proofEvidenceId: values.proofEvidenceId ?? '',
        evidenceIds: values.evidenceIds,
      },
    }),
    validate: (values) => ({
      ...(values.orderNumber.trim() ? {} : { orderNumber: t('form.orderNumberNeeded') }),
      ...Object.fromEntries(
        KINDS.filter((kind) => (kind === 'GOODS' || values[kind].trim()) && !isAmountOf(values[kind], currency)).map(
          (kind) => [kind, t('form.amountWrong', { currency })],
        ),
      ),
      ...(values.listingEvidenceId ? {} : { listingEvidenceId: t('form.evidenceNeeded') }),
      ...(values.proofEvidenceId ? {} : { proofEvidenceId: t('form.evidenceNeeded') }),
    }),
    onDone: () => {
      renewKey();
      void notify(t('done.ORDER'));
      onClose();
    },
    onFailure: ({ code }) => code !== null && renewKey(),
    onStale,
  });
  const { form } = command;
  const more = command.failure?.code === 'INSUFFICIENT_FUNDS';
  return (
    <CommandDialog
      title={t('steps.ORDER')}
      submitLabel={t('form.record')}
      command={command}
      onClose={onClose}
      size="lg"
    >
      <Text size="sm">{t('texts.ORDER')}</Text>
      {purchase.money ? (
        <Text size="sm" fw={500}>
          {labelled(t('money.stations.held'), money(purchase.money.held))}
        </Text>
      ) : null}
      {more ? (
        <Text size="sm" c="red">
          {t('form.topUpFirst')}
        </Text>
      ) : null}
      <TextInput
        label={t('fields.orderNumber')}
        required
        maxLength={100}
        autoComplete="off"
        {...form.getInputProps('orderNumber')}
      />
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        {KINDS.map((kind) => (
          <TextInput
            key={kind}
            label={t('form.costIn', { kind: t(`funds:costKinds.${kind}`), currency })}
            required={kind === 'GOODS'}
            inputMode="decimal"
            autoComplete="off"
            {...form.getInputProps(kind)}
          />
        ))}
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Select
          label={t('form.paidFrom')}
          allowDeselect={false}
          data={Object.values(PurchasePaidFrom).map((value) => ({ value, label: t(`paidFrom.${value}`) }))}
          {...form.getInputProps('paidFrom')}
        />
        <TextInput
          label={t('funds:fields.bankReference')}
          maxLength={100}
          autoComplete="off"
          {...form.getInputProps('bankReference')}
        />
      </SimpleGrid>
      <Select
        label={t('evidence.roles.listing')}
        description={t('form.evidenceHint')}
        required
        searchable
        data={evidence.of(['SCREENSHOT', 'HTML', 'VIDEO'])}
        {...form.getInputProps('listingEvidenceId')}
      />
      <Select
        label={t('evidence.roles.proof')}
        required
        searchable
        data={evidence.of()}
        {...form.getInputProps('proofEvidenceId')}
      />
      <MultiSelect label={t('evidence.roles.other')} data={evidence.of()} {...form.getInputProps('evidenceIds')} />
      <AddLeadEvidence lead={evidence.lead} />
    </CommandDialog>
  );
}
