import { Fieldset, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { CURRENCIES } from '@/features/leads/lead-form';
import type { ValuationBasis } from '@/gql/graphql';
import { today } from '@/lib/day';
import { every } from '@/lib/every';
import DayInput from '@/ui/day-input';
import { type ProductValues, productFaults } from './product-form';

/** On what a price may rest; every one of the contract. */
const BASES = every<ValuationBasis>({
  GENUINE_PRICE: true,
  ACTUAL_SALE_PRICE: true,
  MARKED_PRICE: true,
  MARKET_MEDIAN: true,
  OFFICIAL_APPRAISAL: true,
});

interface ProductFieldsProps {
  form: UseFormReturnType<ProductValues>;
}

/** What a sheet says of the genuine article: what it is, what it costs, how it is packed, by which ways it comes. */
export function ProductFields({ form }: ProductFieldsProps) {
  const { t } = useTranslation('products');
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput label={t('fields.name')} required maxLength={200} {...form.getInputProps('name')} />
        <TextInput
          label={t('fields.modelNumber')}
          description={t('form.modelNumberHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          required
          maxLength={200}
          {...form.getInputProps('modelNumber')}
        />
      </SimpleGrid>
      <TextInput
        label={t('fields.gtin')}
        description={t('form.gtinHint')}
        inputMode="numeric"
        maxLength={30}
        {...form.getInputProps('gtin')}
      />
      <Textarea
        label={t('fields.description')}
        autosize
        minRows={2}
        maxLength={4000}
        {...form.getInputProps('description')}
      />
      <PriceFields form={form} />
      <Textarea
        label={t('fields.packaging')}
        autosize
        minRows={2}
        maxLength={4000}
        {...form.getInputProps('packaging')}
      />
      <LogisticsFields form={form} />
    </>
  );
}

function PriceFields({ form }: ProductFieldsProps) {
  const { t } = useTranslation(['products', 'referrals']);
  const { currency } = form.values;
  return (
    <Fieldset legend={t('fields.genuinePrice')} p="sm" mx={0}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput label={t('fields.amount')} inputMode="decimal" autoComplete="off" {...form.getInputProps('price')} />
        <Select
          label={t('fields.currency')}
          searchable
          allowDeselect={false}
          data={CURRENCIES.includes(currency) ? CURRENCIES : [currency, ...CURRENCIES]}
          {...form.getInputProps('currency')}
        />
        <Select
          label={t('fields.basis')}
          allowDeselect={false}
          data={BASES.map((value) => ({
            value,
            label: t(`referrals:bases.${value}`),
          }))}
          {...form.getInputProps('basis')}
        />
        <DayInput label={t('fields.foundOn')} max={today()} {...form.getInputProps('foundOn')} />
      </SimpleGrid>
      <TextInput mt="sm" label={t('fields.source')} maxLength={300} {...form.getInputProps('source')} />
    </Fieldset>
  );
}

function LogisticsFields({ form }: ProductFieldsProps) {
  const { t } = useTranslation('products');
  const lines = { description: t('form.linesHint'), autosize: true, minRows: 2 };
  return (
    <Fieldset legend={t('logistics.title')} p="sm" mx={0}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Textarea label={t('fields.routes')} {...lines} {...form.getInputProps('routes')} />
        <Textarea label={t('fields.sellers')} {...lines} {...form.getInputProps('sellers')} />
      </SimpleGrid>
      <TextInput
        mt="sm"
        label={t('fields.minimumQuantity')}
        description={t('form.quantityHint')}
        inputMode="numeric"
        maxLength={9}
        {...form.getInputProps('minimumQuantity')}
      />
    </Fieldset>
  );
}

/** What is not right in the form, in the reader's words. */
export function useProductFaults() {
  const { t } = useTranslation('products');
  return (values: ProductValues): Record<string, string> =>
    Object.fromEntries(Object.entries(productFaults(values)).map(([field, text]) => [field, t(text)]));
}
