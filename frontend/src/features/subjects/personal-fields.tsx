import { Fieldset, Select, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { LegalBasis, PersonalDataPurpose } from '@/gql/graphql';
import { addDays, today } from '@/lib/day';
import DayInput from '@/ui/day-input';
import type { PersonalValues } from './subject-form';

interface WithPersonalData extends Record<string, unknown> {
  personalData: PersonalValues;
}

/** A day less than ten years, whatever leap years lie between. */
const LONGEST_DAYS = 3_650;

/** Why and for how long a person's data are kept; nobody else has such fields. */
export function PersonalFields<Values extends WithPersonalData>({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation('subjects');
  const field = (name: keyof PersonalValues) => form.getInputProps(`personalData.${name}` as never);
  return (
    <Fieldset legend={t('form.personal')} p="sm" mx={0}>
      <Text size="sm" c="dimmed" mb="xs">
        {t('form.personalHint')}
      </Text>
      <Select
        label={t('fields.purpose')}
        required
        data={Object.values(PersonalDataPurpose).map((value) => ({ value, label: t(`purposes.${value}`) }))}
        {...field('purpose')}
      />
      <Select
        mt="sm"
        label={t('fields.legalBasis')}
        required
        data={Object.values(LegalBasis).map((value) => ({ value, label: t(`bases.${value}`) }))}
        {...field('legalBasis')}
      />
      <DayInput
        mt="sm"
        label={t('fields.retainUntil')}
        description={t('form.retainHint')}
        styles={{ wrapper: { maxWidth: 200 } }}
        clearable
        min={addDays(today(), 1)}
        max={addDays(today(), LONGEST_DAYS)}
        {...field('retainUntil')}
      />
    </Fieldset>
  );
}

export function usePersonalFaults() {
  const { t } = useTranslation('subjects');
  return ({ purpose, legalBasis }: PersonalValues) => ({
    ...(purpose ? {} : { 'personalData.purpose': t('form.purposeNeeded') }),
    ...(legalBasis ? {} : { 'personalData.legalBasis': t('form.basisNeeded') }),
  });
}
