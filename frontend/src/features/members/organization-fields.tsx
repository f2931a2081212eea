import { Select, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Industry, Language } from '@/gql/graphql';
import { useCountries } from '@/lib/countries';
import type { OrganizationDescription } from './organization-form';

export function OrganizationFields<Values extends OrganizationDescription>({
  form,
}: {
  form: UseFormReturnType<Values>;
}) {
  const { t } = useTranslation(['members', 'enums']);
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const countries = useCountries();
  const field = (name: keyof OrganizationDescription) => form.getInputProps(name as never);
  const { timeZone } = form.values;
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput label={t('fields.legalName')} required maxLength={200} {...field('name')} />
        <TextInput label={t('fields.legalNameZh')} maxLength={200} {...field('nameZh')} />
        <Select
          label={t('fields.industry')}
          clearable
          data={Object.values(Industry).map((value) => ({ value, label: t(`enums:industry.${value}`) }))}
          {...field('industry')}
        />
        <Select
          label={t('fields.language')}
          allowDeselect={false}
          data={Object.values(Language).map((value) => ({ value, label: t(`enums:language.${value}`) }))}
          {...field('language')}
        />
        <Select label={t('fields.country')} searchable allowDeselect={false} data={countries} {...field('country')} />
        <TextInput label={t('fields.division')} placeholder="310000" maxLength={12} {...field('divisionCode')} />
      </SimpleGrid>
      <Select
        label={t('fields.timeZone')}
        description={t('fields.timeZoneHint')}
        searchable
        allowDeselect={false}
        data={zones.includes(timeZone) ? zones : [timeZone, ...zones]}
        {...field('timeZone')}
      />
    </>
  );
}
