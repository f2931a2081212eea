import { Fieldset, Select, Text, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useCountries } from '@/lib/countries';
import type { BuilderValues } from './builder-form';

interface DataFieldsProps {
  form: UseFormReturnType<BuilderValues>;
  needsReference: boolean;
}

/** Where personal data are stored, and on which ground they may leave that country. */
export function DataFields({ form, needsReference }: DataFieldsProps) {
  const { t } = useTranslation('referrals');
  const countries = useCountries();
  return (
    <Fieldset legend={t('content.crossBorder')} p="sm" mx={0}>
      {needsReference ? (
        <Text size="sm" mb="sm">
          {t('content.referenceNeeded')}
        </Text>
      ) : null}
      <Select
        label={t('fields.dataCountry')}
        searchable
        clearable
        data={countries}
        {...form.getInputProps('dataCountry')}
      />
      <Textarea
        mt="sm"
        label={t('fields.crossBorderBasis')}
        autosize
        maxLength={10_000}
        {...form.getInputProps('crossBorderBasis')}
      />
      <TextInput
        mt="sm"
        label={t('fields.approvalReference')}
        description={t('form.referenceHint')}
        maxLength={200}
        {...form.getInputProps('approvalReference')}
      />
    </Fieldset>
  );
}
