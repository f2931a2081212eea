import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useOrganizationDirectory, usePersonDirectory } from '@/features/members/directory';
import type { OrganizationKind } from '@/gql/graphql';
import { RemoteMultiSelect } from '@/ui/remote-select';

export interface NamedMembers {
  organizationIds: string[];
  personIds: string[];
}

/** Marketplaces and auditors are in no group. */
const KINDS: OrganizationKind[] = ['MEMBER_BRAND', 'ASSOCIATION', 'AGENT_FIRM', 'LE_AGENCY', 'LAB', 'SECRETARIAT'];

interface MemberFieldsProps<Values extends NamedMembers> {
  form: UseFormReturnType<Values>;
  /** Organisations and people who are in it already. */
  present: readonly string[];
  description?: string;
}

/** Whom to take in: whole organisations, or people by name. */
export function MemberFields<Values extends NamedMembers>({ form, present, description }: MemberFieldsProps<Values>) {
  const { t } = useTranslation('groups');
  const organizations = useOrganizationDirectory(KINDS);
  const people = usePersonDirectory();
  const absent = <Option extends { value: string }>(options: Option[]) =>
    options.filter(({ value }) => !present.includes(value));
  return (
    <>
      <RemoteMultiSelect
        label={t('form.organizations')}
        description={description}
        placeholder={t('form.organizationsHint')}
        {...organizations}
        options={absent(organizations.options)}
        {...form.getInputProps('organizationIds' as never)}
      />
      <RemoteMultiSelect
        label={t('form.people')}
        placeholder={t('form.peopleHint')}
        {...people}
        options={absent(people.options)}
        {...form.getInputProps('personIds' as never)}
      />
    </>
  );
}
