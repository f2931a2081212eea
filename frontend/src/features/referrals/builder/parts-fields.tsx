import { Checkbox, Fieldset, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useLocalTitle } from '@/features/rights/ip-rights/ip-right-words';
import { graphql } from '@/gql';
import type { LeadPartsQuery, ReferralBuilderFragment } from '@/gql/graphql';
import { today } from '@/lib/day';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { type Option, RemoteMultiSelect } from '@/ui/remote-select';
import classes from '../referrals.module.css';
import type { BuilderValues } from './builder-form';

const LeadChoices = graphql(`
  query LeadChoices($filter: LeadFilter) {
    leads(first: 20, filter: $filter) {
      nodes {
        id
        reference
        title
      }
    }
  }
`);

const RightChoices = graphql(`
  query RightChoices($filter: IpRightFilter, $on: Date!, $country: String!) {
    ipRights(first: 100, filter: $filter) {
      nodes {
        id
        title
        titleZh
        registrationNumber
        force(on: $on, country: $country) {
          inForce
        }
      }
    }
  }
`);

const LeadParts = graphql(`
  query LeadParts($id: ID!) {
    lead(id: $id) {
      id
      reference
      title
      items(first: 100) {
        nodes {
          id
          title
          brand {
            id
            name
            nameZh
          }
        }
      }
      subjects(first: 100) {
        nodes {
          id
          name
          kind
          removedAt
        }
      }
      evidence(first: 100) {
        nodes {
          id
          title
          kind
          state
        }
      }
    }
  }
`);

interface PartsFieldsProps {
  form: UseFormReturnType<BuilderValues>;
  referral: ReferralBuilderFragment;
  onParts: (lead: string, parts: string[]) => void;
}

/** Which rights it cites, which leads it rests on, and what of them goes to the agency. */
export function PartsFields({ form, referral, onParts }: PartsFieldsProps) {
  const { t } = useTranslation('referrals');
  return (
    <Fieldset legend={t('builder.parts')} p="sm" mx={0}>
      <RightsField form={form} referral={referral} />
      <LeadsField form={form} referral={referral} />
      <Stack gap="md" mt="md">
        {form.values.leadIds.map((id) => (
          <PartsOfLead key={id} id={id} form={form} onParts={onParts} />
        ))}
      </Stack>
    </Fieldset>
  );
}

/** Those that are in it keep their names, whatever is searched for. */
function withPresent(present: readonly Option[], found: readonly Option[]): Option[] {
  return [...present.filter(({ value }) => !found.some((each) => each.value === value)), ...found];
}

/** Rights that are in force today where the offence is: only these can be cited. */
function RightsField({ form, referral }: Omit<PartsFieldsProps, 'onParts'>) {
  const { t } = useTranslation('referrals');
  const localTitle = useLocalTitle();
  const [search, setSearch] = useState('');
  const { country } = form.values;
  const [{ data }] = useQuery({
    query: RightChoices,
    variables: {
      filter: { search: search || undefined, states: ['VERIFIED'], country },
      on: today(),
      country,
    },
  });
  const present = (referral.content?.rights ?? []).map(({ right }) => ({ value: right.id, label: localTitle(right) }));
  const inForce = (data?.ipRights.nodes ?? []).filter(({ force }) => force.inForce);
  const found = inForce.map((right) => ({
    value: right.id,
    label: [localTitle(right), right.registrationNumber].filter(Boolean).join(' · '),
  }));
  return (
    <RemoteMultiSelect
      label={t('content.rights')}
      description={t('form.rightsHint')}
      options={withPresent(present, found)}
      onSearch={setSearch}
      {...form.getInputProps('rightIds')}
    />
  );
}

function LeadsField({ form, referral }: Omit<PartsFieldsProps, 'onParts'>) {
  const { t } = useTranslation('referrals');
  const [search, setSearch] = useState('');
  const [{ data }] = useQuery({ query: LeadChoices, variables: { filter: { search: search || undefined } } });
  const option = ({ id, reference, title }: { id: string; reference: string; title: string }) => ({
    value: id,
    label: `${reference} · ${title}`,
  });
  return (
    <RemoteMultiSelect
      mt="sm"
      label={t('content.leads')}
      description={t('form.leadsHint')}
      required
      options={withPresent((referral.content?.leads ?? []).map(option), (data?.leads.nodes ?? []).map(option))}
      onSearch={setSearch}
      {...form.getInputProps('leadIds')}
    />
  );
}

type Lead = NonNullable<LeadPartsQuery['lead']>;

interface PartsOfLeadProps {
  id: string;
  form: UseFormReturnType<BuilderValues>;
  onParts: (lead: string, parts: string[]) => void;
}

function PartsOfLead({ id, form, onParts }: PartsOfLeadProps) {
  const { t } = useTranslation(['referrals', 'subjects', 'evidence']);
  const localName = useLocalName();
  const [{ data }] = useQuery({ query: LeadParts, variables: { id } });
  const lead = data?.lead;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once for each answer
  useEffect(() => {
    if (lead) onParts(id, partsOf(lead));
  }, [lead]);
  if (!lead) return <div aria-busy />;
  const subjects = lead.subjects.nodes.filter(({ removedAt }) => !removedAt);
  const evidence = lead.evidence.nodes.filter(({ state }) => state === 'HELD');
  if (partsOf(lead).length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('form.leadIsEmpty', { reference: lead.reference })}
      </Text>
    );
  return (
    <div className={classes.parts}>
      <Text size="sm" fw={600}>
        {lead.reference} · {lead.title}
      </Text>
      <Choices
        form={form}
        field="itemIds"
        label={t('content.items')}
        of={lead.reference}
        options={lead.items.nodes.map(({ id: value, title, brand }) => ({
          value,
          label: brand ? `${title} · ${localName(brand)}` : title,
        }))}
      />
      <Choices
        form={form}
        field="subjectIds"
        label={t('content.subjects')}
        of={lead.reference}
        options={subjects.map(({ id: value, name, kind }) => ({
          value,
          label: `${name} · ${t(`subjects:kinds.${kind}`)}`,
        }))}
      />
      <Choices
        form={form}
        field="evidenceIds"
        label={t('content.evidence')}
        of={lead.reference}
        options={evidence.map(({ id: value, title, kind }) => ({
          value,
          label: `${title} · ${t(`evidence:kinds.${kind}`)}`,
        }))}
      />
    </div>
  );
}

function partsOf({ items, subjects, evidence }: Lead): string[] {
  return [items, subjects, evidence].flatMap(({ nodes }) => nodes.map(({ id }) => id));
}

interface ChoicesProps {
  form: UseFormReturnType<BuilderValues>;
  field: 'itemIds' | 'subjectIds' | 'evidenceIds';
  label: string;
  of: string;
  options: readonly Option[];
}

function Choices({ form, field, label, of, options }: ChoicesProps) {
  const { labelled } = useFormats();
  if (options.length === 0) return null;
  const chosen = form.values[field];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a set of fields within one already
    <div role="group" aria-label={labelled(label, of)} className={classes.parts}>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      {options.map(({ value, label: name }) => (
        <Checkbox
          key={value}
          label={name}
          checked={chosen.includes(value)}
          onChange={({ currentTarget: { checked } }) =>
            form.setFieldValue(field, checked ? [...chosen, value] : chosen.filter((each) => each !== value))
          }
        />
      ))}
    </div>
  );
}
