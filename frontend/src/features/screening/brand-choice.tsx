import { useQuery } from 'urql';
import { useBrandDirectory } from '@/features/rights/brand-directory';
import { graphql } from '@/gql';
import { useLocalName } from '@/lib/local-name';
import { inboxRecipient } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { RemoteSelect } from '@/ui/remote-select';

const ScreeningBrand = graphql(`
  query ScreeningBrand($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Brand {
        id
        name
        nameZh
      }
    }
  }
`);

interface BrandChoiceProps {
  value: string | undefined;
  /** What it is about where no brand is chosen. */
  placeholder: string;
  onChange: (brand: string | undefined) => void;
}

/** One of the own brands, at the desk and for agents any. */
export function BrandChoice({ value, placeholder, onChange }: BrandChoiceProps) {
  const localName = useLocalName();
  const { options, onSearch } = useBrandDirectory(inboxRecipient(useViewer()));
  // The address knows an id only.
  const [{ data }] = useQuery({ query: ScreeningBrand, variables: { ids: value ? [value] : [] }, pause: !value });
  const found = value ? data?.nodes[0] : null;
  const chosen = found && 'id' in found ? [{ value: found.id, label: localName(found) }] : [];
  return (
    <RemoteSelect
      size="xs"
      w={200}
      clearable
      aria-label={placeholder}
      placeholder={placeholder}
      options={[...chosen.filter(({ value: id }) => !options.some((each) => each.value === id)), ...options]}
      onSearch={onSearch}
      value={value ?? null}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}
