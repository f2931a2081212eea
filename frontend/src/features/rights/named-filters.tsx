import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useOrganizationDirectory } from '@/features/members/directory';
import { graphql } from '@/gql';
import { useLocalName } from '@/lib/local-name';
import { RemoteSelect } from '@/ui/remote-select';
import { useBrandDirectory } from './brand-directory';

const FilterNames = graphql(`
  query FilterNames($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      ... on Organization {
        id
        name
        nameZh
      }
      ... on Brand {
        id
        name
        nameZh
      }
    }
  }
`);

/** The address holds only an id; the directory may not have its name on the first page. */
function useNamed(id: string | undefined) {
  const localName = useLocalName();
  const [{ data }] = useQuery({ query: FilterNames, variables: { ids: id ? [id] : [] }, pause: !id });
  const found = data?.nodes.find((node) => node && 'id' in node && node.id === id);
  return found && 'name' in found ? { value: found.id, label: localName(found) } : null;
}

interface ChosenFilterProps {
  value?: string;
  onChange: (value?: string) => void;
}

/** Whose: one right holder. */
export function HolderFilter({ value, onChange }: ChosenFilterProps) {
  const { t } = useTranslation('ipRights');
  return <NamedSelect label={t('fields.holder')} {...useOrganizationDirectory()} value={value} onChange={onChange} />;
}

/** Of one brand. */
export function BrandFilter({ value, onChange }: ChosenFilterProps) {
  const { t } = useTranslation('ipRights');
  return <NamedSelect label={t('fields.brand')} {...useBrandDirectory()} value={value} onChange={onChange} />;
}

interface NamedSelectProps extends ChosenFilterProps, ReturnType<typeof useBrandDirectory> {
  label: string;
}

function NamedSelect({ label, options, onSearch, value, onChange }: NamedSelectProps) {
  const named = useNamed(value);
  const isMissing = named && !options.some((option) => option.value === named.value);
  return (
    <RemoteSelect
      options={isMissing ? [...options, named] : options}
      onSearch={onSearch}
      size="xs"
      aria-label={label}
      placeholder={label}
      clearable
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}
