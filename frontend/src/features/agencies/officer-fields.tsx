import { SimpleGrid, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { today } from '@/lib/day';
import { useByName } from '@/lib/local-name';
import DayInput from '@/ui/day-input';
import { RemoteSelect } from '@/ui/remote-select';
import { LanguagesField } from './agency-fields';

const AgencyPeople = graphql(`
  query AgencyPeople($filter: PersonFilter) {
    people(first: 20, filter: $filter) {
      nodes {
        id
        name
      }
    }
  }
`);

export interface OfficerValues extends Record<string, unknown> {
  personId: string | null;
  name: string;
  rank: string;
  unit: string;
  email: string;
  phone: string;
  languages: string[];
  postedUntil: string;
}

interface OfficerFieldsProps {
  form: UseFormReturnType<OfficerValues>;
  organizationId: string;
  /** What is stored sealed is not shown here: what is left empty stays as it is. */
  kept?: boolean;
}

export function OfficerFields({ form, organizationId, kept }: OfficerFieldsProps) {
  const { t } = useTranslation('agencies');
  const byName = useByName();
  const [search, setSearch] = useState('');
  const [{ data }] = useQuery({
    query: AgencyPeople,
    variables: { filter: { organizationId, states: ['ACTIVE'], search: search || undefined } },
  });
  const people = byName(data?.people.nodes).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      {kept ? <Text size="sm">{t('form.verifiedAnew')}</Text> : null}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          label={t('fields.name')}
          description={kept ? t('form.emptyStays') : undefined}
          required={!kept}
          maxLength={100}
          {...form.getInputProps('name')}
        />
        <TextInput
          label={t('fields.email')}
          description={kept ? t('form.emptyStays') : undefined}
          type="email"
          required={!kept}
          maxLength={254}
          {...form.getInputProps('email')}
        />
        <TextInput
          label={t('fields.phone')}
          description={t(kept ? 'form.emptyStays' : 'form.phoneHint')}
          type="tel"
          maxLength={32}
          {...form.getInputProps('phone')}
        />
        <RemoteSelect
          label={t('fields.account')}
          description={t('form.accountHint')}
          clearable
          options={people}
          onSearch={setSearch}
          {...form.getInputProps('personId')}
        />
        <TextInput label={t('fields.rank')} maxLength={100} {...form.getInputProps('rank')} />
        <TextInput label={t('fields.unit')} maxLength={100} {...form.getInputProps('unit')} />
      </SimpleGrid>
      <LanguagesField form={form} name="languages" />
      <DayInput
        label={t('fields.postedUntil')}
        styles={{ wrapper: { maxWidth: 200 } }}
        clearable
        min={today()}
        {...form.getInputProps('postedUntil')}
      />
    </>
  );
}
