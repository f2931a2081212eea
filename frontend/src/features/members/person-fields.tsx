import { Checkbox, MultiSelect, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { OrganizationKind, Role } from '@/gql/graphql';
import { useLocalName } from '@/lib/local-name';
import { useViewer } from '@/lib/viewer';
import { chosenRoles, offeredRoles } from './roles';

const BrandsToLimitTo = graphql(`
  query BrandsToLimitTo($owner: ID!) {
    brands(first: 100, filter: { ownerId: $owner, states: [ACTIVE] }) {
      nodes {
        id
        name
        nameZh
      }
    }
  }
`);

/** What makes up a person's powers, beside the name. */
export interface PersonDescription {
  name: string;
  roles: Role[];
  brandScope: string[];
}

interface PersonFieldsProps<Values extends PersonDescription> {
  form: UseFormReturnType<Values>;
  organization: { id: string; kind: OrganizationKind };
  /** The roles the person has: they may stay. */
  held?: readonly Role[];
}

export function PersonNameField<Values extends PersonDescription>({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation('members');
  return <TextInput label={t('fields.personName')} required maxLength={100} {...form.getInputProps('name' as never)} />;
}

export function PowerFields<Values extends PersonDescription>({ form, organization, held }: PersonFieldsProps<Values>) {
  const { t } = useTranslation(['members', 'enums']);
  const localName = useLocalName();
  const viewer = useViewer();
  const offered = offeredRoles(organization, viewer.organization, held);
  const [{ data }] = useQuery({ query: BrandsToLimitTo, variables: { owner: organization.id } });
  const brands = data?.brands.nodes.map((each) => ({ value: each.id, label: localName(each) })) ?? [];
  return (
    <>
      <Checkbox.Group
        label={t('fields.roles')}
        required
        {...form.getInputProps('roles' as never)}
        value={chosenRoles(form.values.roles, offered)}
      >
        <Stack gap={8} mt={6}>
          {offered.map((role) => (
            <Checkbox key={role} value={role} label={t(`enums:role.${role}`)} description={t(`roleHint.${role}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      {brands.length > 0 ? (
        <MultiSelect
          label={t('fields.brandScope')}
          description={t('form.brandScopeHint')}
          searchable
          clearable
          data={brands}
          {...form.getInputProps('brandScope' as never)}
        />
      ) : null}
    </>
  );
}
