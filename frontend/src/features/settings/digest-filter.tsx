import { Checkbox, Fieldset, MultiSelect, Select, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useBrandsOf } from '@/features/rights/brand-directory';
import { type DigestFilterInput, DigestRole, InfringementType, Priority } from '@/gql/graphql';
import { useViewer } from '@/lib/viewer';
import type { Settings } from './settings-form';

/** What the fields show: nothing chosen is an empty text or list. */
export interface FilterValues {
  onlyAssigned: boolean;
  role: DigestRole | null;
  brandIds: string[];
  infringementTypes: InfringementType[];
  minPriority: Priority | null;
}

export const filterValues = ({
  onlyAssigned,
  role,
  brandIds,
  infringementTypes,
  minPriority,
}: Settings['digestFilter']): FilterValues => ({
  onlyAssigned,
  role: role ?? null,
  brandIds: [...brandIds],
  infringementTypes: [...infringementTypes],
  minPriority: minPriority ?? null,
});

/** What is sent is all of it: what was taken away is gone. */
export const filterInput = (values: FilterValues): DigestFilterInput => ({ ...values });

interface DigestFilterFieldsProps<Values extends { digestFilter: FilterValues }> {
  form: Pick<UseFormReturnType<Values>, 'getInputProps' | 'values'>;
}

/** Of which leads and deliveries the digest tells. */
export function DigestFilterFields<Values extends { digestFilter: FilterValues }>({
  form,
}: DigestFilterFieldsProps<Values>) {
  const { t } = useTranslation(['settings', 'enums']);
  const { organization } = useViewer();
  const own = useBrandsOf(organization.id);
  const { brandIds } = form.values.digestFilter;
  // Brands of others, or such as are in use no more, keep their place though nobody knows their names.
  const unknown = brandIds.filter((id) => !own.some(({ value }) => value === id));
  const brands = [...own, ...unknown.map((value) => ({ value, label: t('filter.otherBrand') }))];
  return (
    <Fieldset legend={t('filter.title')}>
      <Stack gap="md">
        <Checkbox
          label={t('filter.onlyAssigned')}
          description={t('filter.hint')}
          {...form.getInputProps('digestFilter.onlyAssigned', { type: 'checkbox' })}
        />
        <Select
          label={t('filter.role')}
          placeholder={t('filter.everything')}
          clearable
          data={Object.values(DigestRole).map((value) => ({ value, label: t(`enums:digestRole.${value}`) }))}
          {...form.getInputProps('digestFilter.role')}
        />
        {brands.length > 0 && (
          <MultiSelect
            label={t('filter.brands')}
            placeholder={brandIds.length === 0 ? t('filter.everything') : undefined}
            searchable
            hidePickedOptions
            data={brands}
            {...form.getInputProps('digestFilter.brandIds')}
          />
        )}
        <MultiSelect
          label={t('filter.infringementTypes')}
          placeholder={form.values.digestFilter.infringementTypes.length === 0 ? t('filter.everything') : undefined}
          searchable
          hidePickedOptions
          data={Object.values(InfringementType).map((value) => ({ value, label: t(`enums:infringement.${value}`) }))}
          {...form.getInputProps('digestFilter.infringementTypes')}
        />
        <Select
          label={t('filter.minPriority')}
          placeholder={t('filter.everything')}
          clearable
          data={Object.values(Priority).map((value) => ({ value, label: t(`enums:priority.${value}`) }))}
          {...form.getInputProps('digestFilter.minPriority')}
        />
      </Stack>
    </Fieldset>
  );
}
