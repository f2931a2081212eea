import { Select, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { SiteKind } from '@/gql/graphql';
import { useCountries } from '@/lib/countries';

export interface SiteValues extends Record<string, unknown> {
  kind: SiteKind;
  country: string;
  divisionCode: string;
  address: string;
  latitude: string;
  longitude: string;
}

export const EMPTY_SITE: SiteValues = {
  kind: 'PRODUCTION',
  country: 'CN',
  divisionCode: '',
  address: '',
  latitude: '',
  longitude: '',
};

export function siteInput({ kind, country, divisionCode, address, latitude, longitude }: SiteValues) {
  return {
    kind,
    country,
    divisionCode: divisionCode.trim() || undefined,
    address: address.trim(),
    latitude: latitude.trim() || undefined,
    longitude: longitude.trim() || undefined,
  };
}

export function SiteFields({ form }: { form: UseFormReturnType<SiteValues> }) {
  const { t } = useTranslation('actions');
  const countries = useCountries();
  return (
    <>
      <TextInput label={t('fields.address')} required maxLength={300} {...form.getInputProps('address')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Select
          label={t('fields.siteKind')}
          allowDeselect={false}
          data={Object.values(SiteKind).map((value) => ({ value, label: t(`siteKinds.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <Select
          label={t('fields.country')}
          searchable
          allowDeselect={false}
          data={countries}
          {...form.getInputProps('country')}
        />
        <TextInput label={t('fields.division')} maxLength={12} {...form.getInputProps('divisionCode')} />
        <div />
        <TextInput
          label={t('fields.latitude')}
          inputMode="decimal"
          placeholder="30.2741"
          {...form.getInputProps('latitude')}
        />
        <TextInput
          label={t('fields.longitude')}
          inputMode="decimal"
          placeholder="120.1551"
          {...form.getInputProps('longitude')}
        />
      </SimpleGrid>
    </>
  );
}
