import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

export interface WindowValues {
  startsLocal: string;
  endsLocal: string;
  timeZone: string;
}

/** Both ends or none. */
export function windowInput({ startsLocal, endsLocal, timeZone }: WindowValues) {
  return startsLocal && endsLocal ? { startsLocal, endsLocal, timeZone } : undefined;
}

export function isWindowWrong({ startsLocal, endsLocal }: WindowValues): boolean {
  if (!startsLocal && !endsLocal) return false;
  return !startsLocal || !endsLocal || startsLocal >= endsLocal;
}

interface WindowFieldsProps {
  /** The props of a field, by its name. */
  field: (name: keyof WindowValues) => object;
  timeZone: string;
}

/** When it is, by the wall clock at the site. */
export function WindowFields({ field, timeZone }: WindowFieldsProps) {
  const { t } = useTranslation('actions');
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput type="datetime-local" label={t('fields.starts')} {...field('startsLocal')} />
        <TextInput type="datetime-local" label={t('fields.ends')} {...field('endsLocal')} />
      </SimpleGrid>
      <Select
        label={t('fields.timeZone')}
        description={t('form.zoneHint')}
        searchable
        allowDeselect={false}
        data={zones.includes(timeZone) ? zones : [timeZone, ...zones]}
        {...field('timeZone')}
      />
    </>
  );
}
