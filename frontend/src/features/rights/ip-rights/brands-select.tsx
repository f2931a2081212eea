import { MultiSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Option } from '@/ui/remote-select';
import { useBrandsOf } from '../brand-directory';
import { coveredBrands, useKeepingPowers } from './principals';

interface BrandsSelectProps {
  holder: string | null;
  description?: string;
  /** Brands that are chosen but may no longer be in use. */
  known?: readonly Option[];
  value?: string[];
  error?: ReactNode;
  onChange: (ids: string[]) => void;
}

export function BrandsSelect({ holder, known = [], value = [], ...props }: BrandsSelectProps) {
  const { t } = useTranslation(['ipRights', 'common']);
  const all = useBrandsOf(holder);
  const covered = useCovered(holder);
  const brands = covered ? all.filter((each) => covered.has(each.value)) : all;
  const others = known.filter((each) => value.includes(each.value) && !brands.some((b) => b.value === each.value));
  const data = [...brands, ...others];
  const none = t(covered && all.length > 0 ? 'form.noBrandsCovered' : 'form.noBrands');
  return (
    <MultiSelect
      label={t('fields.brands')}
      required
      searchable
      hidePickedOptions
      disabled={holder === null}
      nothingFoundMessage={data.length > 0 ? t('common:nothingFound') : none}
      data={data}
      // What a reload brought back has no names before the brands are there.
      value={value.filter((id) => data.some((each) => each.value === id))}
      {...props}
    />
  );
}

/** What an agent's powers of attorney cover; null where nothing is left out, or as long as nobody knows. */
function useCovered(holder: string | null) {
  const { powers } = useKeepingPowers();
  return powers && holder ? coveredBrands(powers, holder) : null;
}
