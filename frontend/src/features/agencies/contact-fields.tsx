import { Select, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ContactRole } from '@/gql/graphql';
import { LanguagesField } from './agency-fields';
import { type DutyValues, isRange } from './agency-form';
import { HoursFields } from './hours-fields';

export interface ContactValues extends Record<string, unknown> {
  role: ContactRole;
  label: string;
  email: string;
  phone: string;
  languages: string[];
  hours: DutyValues[];
}

interface ContactFieldsProps {
  form: UseFormReturnType<ContactValues>;
  /** Stored address and number are not shown here: what is left empty stays as it is. */
  kept?: boolean;
}

export function ContactFields({ form, kept }: ContactFieldsProps) {
  const { t } = useTranslation('agencies');
  const hint = kept ? t('form.emptyStays') : undefined;
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput label={t('contacts.label')} required maxLength={100} {...form.getInputProps('label')} />
        <Select
          label={t('contacts.role')}
          allowDeselect={false}
          data={Object.values(ContactRole).map((value) => ({ value, label: t(`roles.${value}`) }))}
          {...form.getInputProps('role')}
        />
        <TextInput
          label={t('fields.phone')}
          description={hint ?? t('form.phoneHint')}
          type="tel"
          maxLength={32}
          {...form.getInputProps('phone')}
        />
        <TextInput
          label={t('fields.email')}
          description={hint ?? t('form.emailHint')}
          type="email"
          maxLength={254}
          {...form.getInputProps('email')}
        />
      </SimpleGrid>
      <LanguagesField form={form} name="languages" />
      <HoursFields form={form} name="hours" legend={t('fields.dutyHours')} description={t('form.hoursOfAgency')} />
    </>
  );
}

export function useContactFaults() {
  const { t } = useTranslation('agencies');
  return ({ label, languages, hours }: ContactValues) => ({
    ...(label.trim() ? {} : { label: t('form.labelNeeded') }),
    ...(languages.length > 0 ? {} : { languages: t('form.languagesNeeded') }),
    ...Object.fromEntries(
      hours.flatMap((row, index) => (isRange(row) ? [] : [[`hours.${index}.to`, t('form.hoursWrong')]])),
    ),
  });
}
