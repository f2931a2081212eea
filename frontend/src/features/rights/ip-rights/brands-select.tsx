import { MultiSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Option } from '@/ui/remote-select';
import { useBrandsOf } from '../brand-directory';

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
  const { t } = useTranslation('ipRights');
  const brands = useBrandsOf(holder);
  const retired = known.filter((each) => value.includes(each.value) && !brands.some((b) => b.value === each.value));
  const data = [...brands, ...retired];
  return (
    <MultiSelect
      label={t('fields.brands')}
      required
      searchable
      hidePickedOptions
      disabled={holder === null}
      nothingFoundMessage={t('form.noBrands')}
      data={data}
      // What a reload brought back has no names before the brands are there.
      value={value.filter((id) => data.some((each) => each.value === id))}
      {...props}
    />
  );
}
