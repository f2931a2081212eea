import { Fieldset, MultiSelect, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { HandlingCode, Language, type ReferralBuilderFragment } from '@/gql/graphql';
import { useCountries } from '@/lib/countries';
import { useByName } from '@/lib/local-name';
import { RemoteSelect } from '@/ui/remote-select';
import type { BuilderValues } from './builder-form';

const ReferralOfficers = graphql(`
  query ReferralOfficers($agencyId: ID!) {
    officers(first: 100, filter: { agencyId: $agencyId, states: [VERIFIED] }) {
      nodes {
        id
        maskedName
        rank
        unit
      }
    }
  }
`);

const ReferralContacts = graphql(`
  query ReferralContacts($filter: PersonFilter) {
    people(first: 20, filter: $filter) {
      nodes {
        id
        name
      }
    }
  }
`);

interface WhomFieldsProps {
  form: UseFormReturnType<BuilderValues>;
  referral: ReferralBuilderFragment;
}

/** What it is about, to whom it goes, and whom they may ask. */
export function WhomFields({ form, referral }: WhomFieldsProps) {
  const { t } = useTranslation(['referrals', 'enums']);
  const countries = useCountries();
  const [{ data }] = useQuery({ query: ReferralOfficers, variables: { agencyId: referral.agency.id } });
  const officers = data?.officers.nodes ?? referral.officers.map(({ officer }) => ({ unit: null, ...officer }));
  return (
    <Fieldset legend={t('builder.whom')} p="sm" mx={0}>
      <TextInput label={t('fields.title')} required maxLength={200} {...form.getInputProps('title')} />
      <Textarea
        mt="sm"
        label={t('fields.facts')}
        description={t('form.factsHint')}
        autosize
        minRows={4}
        maxLength={10_000}
        {...form.getInputProps('facts')}
      />
      <MultiSelect
        mt="sm"
        label={t('fields.officers')}
        description={t('form.officersHint')}
        searchable
        hidePickedOptions
        maxValues={10}
        data={officers.map(({ id, maskedName, rank, unit }) => ({
          value: id,
          label: [maskedName, rank, unit].filter(Boolean).join(' · '),
        }))}
        {...form.getInputProps('officerIds')}
      />
      <ContactField form={form} referral={referral} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" mt="sm">
        <Select
          label={t('fields.jurisdiction')}
          searchable
          allowDeselect={false}
          data={countries}
          {...form.getInputProps('country')}
        />
        <TextInput label={t('fields.division')} maxLength={12} {...form.getInputProps('divisionCode')} />
        <Select
          label={t('fields.handlingCode')}
          allowDeselect={false}
          data={Object.values(HandlingCode).map((value) => ({ value, label: t(`enums:handlingCode.${value}`) }))}
          {...form.getInputProps('handlingCode')}
        />
        <Select
          label={t('fields.language')}
          allowDeselect={false}
          data={Object.values(Language).map((value) => ({ value, label: t(`enums:language.${value}`) }))}
          {...form.getInputProps('language')}
        />
      </SimpleGrid>
    </Fieldset>
  );
}

function ContactField({ form, referral }: WhomFieldsProps) {
  const { t } = useTranslation('referrals');
  const byName = useByName();
  const [search, setSearch] = useState('');
  const [{ data }] = useQuery({
    query: ReferralContacts,
    variables: {
      filter: { organizationId: referral.organization.id, states: ['ACTIVE'], search: search || undefined },
    },
  });
  const found = byName(data?.people.nodes);
  const { contact } = referral;
  const people = found.some(({ id }) => id === contact.id) ? found : [contact, ...found];
  return (
    <RemoteSelect
      mt="sm"
      label={t('fields.contact')}
      description={t('form.contactHint')}
      options={people.map(({ id, name }) => ({ value: id, label: name }))}
      onSearch={setSearch}
      {...form.getInputProps('contactId')}
    />
  );
}
