import { Checkbox, Select, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { isAmountOf, writtenAmount } from '@/features/funds/minor';
import { orNothing } from '@/features/funds/money-fields';
import { graphql } from '@/gql';
import { PurchasePurpose } from '@/gql/graphql';
import { useIdempotencyKey } from '@/lib/draft';
import { useLocalName } from '@/lib/local-name';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';

const RequestPurchase = graphql(`
  mutation RequestPurchase($input: RequestPurchaseInput!) {
    requestPurchase(input: $input) {
      purchase {
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

/** Out of what it may be paid, and what of the lead may be bought. */
const ForRequest = graphql(`
  query PurchaseForRequest($leadId: ID!) {
    purchaseFunding {
      allocationId
      currency
      organization {
        id
        name
        nameZh
      }
      fund {
        id
        name
      }
      program {
        id
        name
      }
    }
    lead(id: $leadId) {
      id
      items(first: 100) {
        nodes {
          id
          title
          seller
        }
      }
    }
  }
`);

export interface RequestPurchaseProps {
  leadId: string;
  /** The delivery whose answer wants it, with how many were chosen there. */
  delivery?: { id: string; testPurchases?: number | null };
  onClose: () => void;
  onRequested: (id: string) => void;
}

/** Asks for a test purchase; somebody else has to agree before money is held. */
export default function RequestPurchaseDialog({ leadId, delivery, onClose, onRequested }: RequestPurchaseProps) {
  const { t } = useTranslation(['purchases', 'common']);
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const { funding, items, currencyOf } = useChoices(leadId);
  const command = useCommandForm({
    document: RequestPurchase,
    initialValues: {
      itemId: null as string | null,
      allocationId: null as string | null,
      quantity: String(delivery?.testPurchases ?? 1),
      maxUnitPrice: '',
      expectedShipping: '',
      expectedFees: '',
      purpose: PurchasePurpose.Platform as PurchasePurpose,
      notarised: false,
      seller: '',
      reason: '',
    },
    draft: `requestPurchase-${delivery?.id ?? leadId}`,
    undrafted: ['itemId', 'allocationId'],
    variables: (values) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        itemId: values.itemId ?? '',
        deliveryId: delivery?.id,
        allocationId: values.allocationId ?? '',
        quantity: Number(values.quantity),
        maxUnitPrice: writtenAmount(values.maxUnitPrice),
        expectedShipping: orNothing(writtenAmount(values.expectedShipping)),
        expectedFees: orNothing(writtenAmount(values.expectedFees)),
        purpose: values.purpose,
        notarised: values.notarised,
        seller: orNothing(values.seller),
        reason: values.reason.trim(),
      },
    }),
    validate: (values) => {
      const currency = currencyOf(values.allocationId);
      const amount = (typed: string, required: boolean) => (required || typed.trim()) && !isAmountOf(typed, currency);
      const wrong = t('form.amountWrong', { currency });
      return {
        ...(values.itemId ? {} : { itemId: t('form.itemNeeded') }),
        ...(values.allocationId ? {} : { allocationId: t('form.fundingNeeded') }),
        ...(/^[1-9]\d?$|^100$/.test(values.quantity.trim()) ? {} : { quantity: t('form.quantityWrong') }),
        ...(amount(values.maxUnitPrice, true) ? { maxUnitPrice: wrong } : {}),
        ...(amount(values.expectedShipping, false) ? { expectedShipping: wrong } : {}),
        ...(amount(values.expectedFees, false) ? { expectedFees: wrong } : {}),
        ...(values.reason.trim() ? {} : { reason: t('form.reasonNeeded') }),
      };
    },
    onDone: ({ purchase }) => {
      renewKey();
      void notify(t('done.REQUEST'));
      onClose();
      if (purchase) onRequested(purchase.id);
    },
    // A corrected form is another request; only an unanswered one may be sent again under the same key.
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  const { form } = command;
  const currency = currencyOf(form.values.allocationId);
  return (
    <CommandDialog title={t('request')} submitLabel={t('form.ask')} command={command} onClose={onClose} size="lg">
      <Text size="sm">{t('texts.REQUEST')}</Text>
      <Select
        label={t('fields.item')}
        required
        searchable
        nothingFoundMessage={t('common:nothingFound')}
        data={items}
        {...form.getInputProps('itemId')}
      />
      <Select
        label={t('fields.funding')}
        description={funding.length === 0 ? t('form.noFunding') : undefined}
        required
        data={funding}
        {...form.getInputProps('allocationId')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          label={t('form.howMany')}
          required
          inputMode="numeric"
          autoComplete="off"
          {...form.getInputProps('quantity')}
        />
        <TextInput
          label={t('form.maxUnitPriceIn', { currency })}
          required
          inputMode="decimal"
          autoComplete="off"
          {...form.getInputProps('maxUnitPrice')}
        />
        <TextInput
          label={t('form.expectedShippingIn', { currency })}
          inputMode="decimal"
          autoComplete="off"
          {...form.getInputProps('expectedShipping')}
        />
        <TextInput
          label={t('form.expectedFeesIn', { currency })}
          inputMode="decimal"
          autoComplete="off"
          {...form.getInputProps('expectedFees')}
        />
      </SimpleGrid>
      <Select
        label={t('fields.purpose')}
        allowDeselect={false}
        data={Object.values(PurchasePurpose).map((value) => ({ value, label: t(`purposes.${value}`) }))}
        {...form.getInputProps('purpose')}
      />
      <TextInput label={t('fields.seller')} maxLength={200} {...form.getInputProps('seller')} />
      <Textarea
        label={t('fields.reason')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('reason')}
      />
      <Checkbox label={t('form.notarised')} {...form.getInputProps('notarised', { type: 'checkbox' })} />
    </CommandDialog>
  );
}

function useChoices(leadId: string) {
  const { t } = useTranslation('purchases');
  const localName = useLocalName();
  const [{ data }] = useQuery({ query: ForRequest, variables: { leadId } });
  const funding = (data?.purchaseFunding ?? []).map(({ allocationId, organization, fund, program, currency }) => ({
    value: allocationId,
    label: [localName(organization), ...(fund ? [fund.name] : []), program?.name ?? t('anyPurchase'), currency].join(
      ' · ',
    ),
  }));
  const items = (data?.lead?.items.nodes ?? []).map(({ id, title, seller }) => ({
    value: id,
    label: seller ? `${title} · ${seller}` : title,
  }));
  const currencyOf = (id: string | null) =>
    data?.purchaseFunding.find(({ allocationId }) => allocationId === id)?.currency ?? 'CNY';
  return { funding, items, currencyOf };
}
