import { Checkbox, MultiSelect, SimpleGrid, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { OrganizationKind, PoaAction } from '@/gql/graphql';
import { useIdempotencyKey } from '@/lib/draft';
import { every } from '@/lib/every';
import { useByName, useLocalName } from '@/lib/local-name';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import DayInput from '@/ui/day-input';
import { notify } from '@/ui/notify';
import { RemoteSelect } from '@/ui/remote-select';
import { useBrandsOf } from '../brand-directory';
import { emptyPower, openSide } from '../power-form';

/** What a power of attorney may allow; every one of the contract. */
const ACTIONS = every<PoaAction>({
  READ_LEADS: true,
  CREATE_LEADS: true,
  ANSWER_DELIVERIES: true,
  MANAGE_BRANDS: true,
  READ_MONEY: true,
});

const SubmitPowerOfAttorney = graphql(`
  mutation SubmitPowerOfAttorney($input: SubmitPowerOfAttorneyInput!) {
    submitPowerOfAttorney(input: $input) {
      powerOfAttorney {
        ...PowerOfAttorney
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const PowerPartners = graphql(`
  query PowerPartners($filter: OrganizationFilter) {
    organizations(first: 30, filter: $filter) {
      nodes {
        id
        name
        nameZh
      }
    }
  }
`);

interface SubmitPowerDialogProps {
  organization: { id: string; kind: OrganizationKind };
  onClose: () => void;
  onChanged: () => void;
}

export default function SubmitPowerDialog({ organization, onClose, onChanged }: SubmitPowerDialogProps) {
  const { t } = useTranslation(['rights', 'enums']);
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const side = openSide(organization.kind);
  const command = useCommandForm({
    document: SubmitPowerOfAttorney,
    initialValues: emptyPower(organization),
    draft: `submit-power-${organization.id}`,
    undrafted: ['principalId', 'agentId', 'brandIds'],
    variables: ({ agentId, ...values }) => ({
      input: { idempotencyKey: idempotencyKey.current, agentId: agentId ?? '', ...values },
    }),
    validate: ({ actions, validFrom, validTo, ...values }) => ({
      ...(values[side] ? {} : { [side]: t('form.partnerNeeded') }),
      ...(actions.length > 0 ? {} : { actions: t('form.actionsNeeded') }),
      ...(validFrom ? {} : { validFrom: t('form.dayNeeded') }),
      ...(validTo ? {} : { validTo: t('form.dayNeeded') }),
      ...(validTo && validTo < validFrom ? { validTo: t('form.endsBeforeStart') } : {}),
    }),
    onDone: () => {
      renewKey();
      void notify(t('powers.submitted'));
      onClose();
      onChanged();
    },
    // A corrected form is another request; only an unanswered one may be sent again under the same key.
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  const { form } = command;
  return (
    <CommandDialog title={t('powers.submit')} submitLabel={t('powers.submit')} command={command} onClose={onClose}>
      <Text size="sm" c="dimmed">
        {t('powers.hint')}
      </Text>
      <PartnerSelect
        label={t(side === 'agentId' ? 'fields.agent' : 'fields.principal')}
        kinds={side === 'agentId' ? ['AGENT_FIRM', 'ASSOCIATION'] : ['MEMBER_BRAND']}
        value={form.values[side]}
        error={form.errors[side]}
        onChange={(id) => form.setValues({ [side]: id, brandIds: [] })}
      />
      <Checkbox.Group label={t('fields.actions')} required {...form.getInputProps('actions')}>
        <Stack gap={8} mt={6}>
          {ACTIONS.map((action) => (
            <Checkbox key={action} value={action} label={t(`enums:poaAction.${action}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <BrandsField owner={form.values.principalId} {...form.getInputProps('brandIds')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <DayInput label={t('fields.validFrom')} required {...form.getInputProps('validFrom')} />
        <DayInput label={t('fields.validTo')} required {...form.getInputProps('validTo')} />
      </SimpleGrid>
    </CommandDialog>
  );
}

interface PartnerSelectProps {
  label: string;
  kinds: OrganizationKind[];
  value: string | null;
  error?: ReactNode;
  onChange: (id: string | null) => void;
}

function PartnerSelect({ kinds, ...props }: PartnerSelectProps) {
  const [search, setSearch] = useState('');
  const localName = useLocalName();
  const byName = useByName();
  const [{ data }] = useQuery({
    query: PowerPartners,
    variables: { filter: { search: search || undefined, kinds, states: ['ACTIVE'] } },
  });
  const options = byName(data?.organizations.nodes).map((each) => ({ value: each.id, label: localName(each) }));
  return <RemoteSelect required options={options} onSearch={setSearch} {...props} />;
}

interface BrandsFieldProps {
  owner: string | null;
  value?: string[];
  error?: ReactNode;
  onChange: (ids: string[]) => void;
}

function BrandsField({ owner, ...field }: BrandsFieldProps) {
  const { t } = useTranslation('rights');
  const brands = useBrandsOf(owner);
  return (
    <MultiSelect
      label={t('fields.brands')}
      description={t('form.brandsHint')}
      searchable
      clearable
      disabled={brands.length === 0}
      data={brands}
      {...field}
    />
  );
}
