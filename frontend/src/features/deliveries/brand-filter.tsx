import { Button, CloseButton, Group, Popover } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useBrandDirectory } from '@/features/rights/brand-directory';
import { graphql } from '@/gql';
import type { BrandNamesQuery } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { inboxRecipient } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { RemoteMultiSelect } from '@/ui/remote-select';

const BrandNames = graphql(`
  query BrandNames($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Brand {
        id
        name
        nameZh
      }
    }
  }
`);

interface BrandFilterProps {
  selected: string[] | undefined;
  onChange: (selected: string[] | undefined) => void;
}

/** Of which brands: the own ones, at the desk and for agents any. There may be hundreds, so it searches. */
export default function BrandFilter({ selected = [], onChange }: BrandFilterProps) {
  const { t } = useTranslation(['inbox', 'common']);
  const { labelled } = useFormats();
  const brands = useBrandDirectory(inboxRecipient(useViewer()));
  const chosen = useNames(selected);
  const label = t('brand');
  const text = chosen.length === 1 ? (chosen[0]?.label ?? '') : `${selected.length}`;
  const change = (next: string[]) => onChange(next.length > 0 ? next : undefined);
  return (
    <Group gap={0} wrap="nowrap">
      <Popover position="bottom-start" width={280} trapFocus withinPortal>
        <Popover.Target>
          <Button
            variant={selected.length > 0 ? 'light' : 'default'}
            fw={500}
            rightSection={selected.length > 0 ? null : <IconChevronDown size={14} />}
          >
            {selected.length > 0 ? labelled(label, text) : label}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={label}>
          <RemoteMultiSelect
            label={label}
            size="sm"
            inPlace
            {...brands}
            options={[
              ...chosen.filter(({ value }) => !brands.options.some((each) => each.value === value)),
              ...brands.options,
            ]}
            value={selected}
            onChange={change}
          />
        </Popover.Dropdown>
      </Popover>
      {selected.length > 0 ? (
        <CloseButton
          size={26}
          iconSize={16}
          aria-label={labelled(t('common:clear'), label)}
          onClick={() => onChange(undefined)}
        />
      ) : null}
    </Group>
  );
}

type Found = BrandNamesQuery['nodes'][number];
type BrandName = Extract<NonNullable<Found>, { id: string }>;
const isBrand = (found: Found): found is BrandName => typeof found?.id === 'string';

/** An address or a saved view knows ids only. */
function useNames(ids: string[]) {
  const localName = useLocalName();
  const [{ data }] = useQuery({ query: BrandNames, variables: { ids }, pause: ids.length === 0 });
  const brands = ids.length > 0 ? (data?.nodes ?? []) : [];
  return brands.filter(isBrand).map((brand) => ({ value: brand.id, label: localName(brand) }));
}
