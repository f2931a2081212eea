import { Group, MultiSelect, NativeSelect, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { InfringementType } from '@/gql/graphql';
import { useCountries } from '@/lib/countries';
import { CURRENCIES, type LeadDescription } from './lead-form';

/** What a lead says about itself; the same fields when it is made and when it is edited. */
export function DescriptionFields<Values extends LeadDescription>({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation(['leads', 'enums']);
  const countries = useCountries();
  const field = (name: keyof LeadDescription & string) => form.getInputProps(name as never);
  return (
    <>
      <TextInput label={t('fields.title')} required {...field('title')} />
      <Textarea
        label={t('fields.summary')}
        description={t('form.summaryHint')}
        autosize
        minRows={3}
        maxRows={16}
        {...field('summary')}
      />
      <MultiSelect
        label={t('fields.types')}
        required
        searchable
        data={Object.values(InfringementType).map((value) => ({ value, label: t(`enums:infringement.${value}`) }))}
        {...field('types')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Select
          label={t('fields.country')}
          searchable
          clearable
          data={countries}
          {...field('country')}
          value={form.values.country || null}
        />
        <Group gap={6} wrap="nowrap" align="flex-end">
          <TextInput label={t('fields.estimatedValue')} inputMode="decimal" flex={1} {...field('value')} />
          <NativeSelect aria-label={t('fields.currency')} data={CURRENCIES} w={80} {...field('currency')} />
        </Group>
      </SimpleGrid>
    </>
  );
}
