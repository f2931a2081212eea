import { Autocomplete, Button, Fieldset, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CURRENCIES } from '@/features/leads/lead-form';
import { useBrandDirectory } from '@/features/rights/brand-directory';
import { Disposition, ValuationBasis } from '@/gql/graphql';
import { today } from '@/lib/day';
import DayInput from '@/ui/day-input';
import { RemoteSelect } from '@/ui/remote-select';
import { BY_ONE } from '../dispositions';
import { UNITS, unitOf } from '../units';
import { useQuantity } from '../use-quantity';
import { type EntryFormProps, useSiteOptions } from './site-result-form';
import { useEntryForm } from './use-entry-form';

const NUMBER = /^\d+(\.\d{1,3})?$/;
const written = (typed: string) => typed.trim().replaceAll(/[\s,，]/g, '');

export function SeizureForm({ action, onEntry }: EntryFormProps) {
  const { t } = useTranslation(['actions', 'referrals']);
  const inWords = useQuantity();
  const sites = useSiteOptions(action);
  const brands = useBrandDirectory();
  const { form, submit } = useEntryForm({
    draft: `seizure-${action.id}`,
    initialValues: {
      siteId: (sites.length === 1 ? (sites[0]?.value ?? null) : null) as string | null,
      brandId: null as string | null,
      product: '',
      quantity: '',
      unit: t('unitNames.piece'),
      amount: '',
      currency: 'CNY',
      basis: null as ValuationBasis | null,
      storagePlace: '',
      disposition: Disposition.Stored as Disposition,
      on: today(),
    },
    validate: ({ siteId, product, quantity, unit, amount, basis, on }) => ({
      ...(siteId ? {} : { siteId: t('form.siteNeeded') }),
      ...(product.trim() ? {} : { product: t('form.productNeeded') }),
      ...(NUMBER.test(written(quantity)) ? {} : { quantity: t('form.quantityNeeded') }),
      ...(unit.trim() ? {} : { unit: t('form.unitNeeded') }),
      ...(!amount.trim() || NUMBER.test(written(amount)) ? {} : { amount: t('form.amountWrong') }),
      ...(amount.trim() && !basis ? { basis: t('form.valueBasisNeeded') } : {}),
      ...(on ? {} : { on: t('form.dayNeeded') }),
    }),
    onEntry: (
      { siteId, brandId, product, quantity, unit, amount, currency, basis, storagePlace, disposition, on },
      key,
    ) => {
      if (!siteId) return;
      onEntry({
        key,
        kind: 'seizure',
        label: `${inWords(written(quantity), unit.trim())} · ${product.trim()}`,
        input: {
          idempotencyKey: key,
          actionId: action.id,
          siteId,
          brandId: brandId ?? undefined,
          product: product.trim(),
          quantity: written(quantity),
          // By one name in every language, so that sums are one sum.
          unit: unitOf(unit) ?? unit.trim(),
          valuation: amount.trim() && basis ? { amount: written(amount), currency, basis } : undefined,
          storagePlace: storagePlace.trim() || undefined,
          disposition,
          on,
        },
      });
    },
  });
  const { currency } = form.values;
  return (
    <form onSubmit={submit} noValidate aria-label={t('field.kinds.seizure')}>
      <Stack gap="sm">
        <Select label={t('fields.site')} required data={sites} {...form.getInputProps('siteId')} />
        <TextInput label={t('fields.product')} required maxLength={200} {...form.getInputProps('product')} />
        <SimpleGrid cols={2} spacing="sm">
          <TextInput label={t('fields.quantity')} required inputMode="decimal" {...form.getInputProps('quantity')} />
          <Autocomplete
            label={t('fields.unit')}
            required
            maxLength={40}
            data={UNITS.map((unit) => t(`unitNames.${unit}`))}
            {...form.getInputProps('unit')}
          />
        </SimpleGrid>
        <RemoteSelect label={t('fields.brand')} clearable {...brands} {...form.getInputProps('brandId')} />
        <Fieldset legend={t('fields.valuation')} p="sm" mx={0}>
          <SimpleGrid cols={2} spacing="sm">
            <TextInput label={t('fields.amount')} inputMode="decimal" {...form.getInputProps('amount')} />
            <Select
              label={t('fields.currency')}
              searchable
              allowDeselect={false}
              data={CURRENCIES.includes(currency) ? CURRENCIES : [currency, ...CURRENCIES]}
              {...form.getInputProps('currency')}
            />
          </SimpleGrid>
          <Select
            mt="sm"
            label={t('fields.valueBasis')}
            clearable
            data={Object.values(ValuationBasis).map((value) => ({ value, label: t(`referrals:bases.${value}`) }))}
            {...form.getInputProps('basis')}
          />
        </Fieldset>
        <Select
          label={t('fields.disposition')}
          allowDeselect={false}
          data={BY_ONE.map((value) => ({ value, label: t(`dispositions.${value}`) }))}
          {...form.getInputProps('disposition')}
        />
        <TextInput label={t('fields.storagePlace')} maxLength={200} {...form.getInputProps('storagePlace')} />
        <DayInput label={t('fields.on')} required max={today()} {...form.getInputProps('on')} />
        <Button type="submit" size="sm">
          {t('field.add')}
        </Button>
      </Stack>
    </form>
  );
}
