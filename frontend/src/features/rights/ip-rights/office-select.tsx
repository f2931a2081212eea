import { Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCountries } from '@/lib/countries';
import { useOfficeName } from './ip-right-words';
import { isNamedOffice, NAMED_OFFICES } from './offices';

interface OfficeSelectProps {
  value?: string;
  error?: ReactNode;
  onChange: (office: string) => void;
}

/** The busiest offices, then that of each country; two other letters are taken as they are typed. */
export function OfficeSelect({ value = '', onChange, ...props }: OfficeSelectProps) {
  const { t } = useTranslation(['ipRights', 'common']);
  const officeName = useOfficeName();
  const [search, setSearch] = useState('');
  const countries = useCountries().map((country) => country.value);
  const codes = [...NAMED_OFFICES, ...countries.filter((code) => !isNamedOffice(code))];
  const typed = search.trim().toUpperCase();
  const others = [value, typed].filter((code) => /^[A-Z]{2}$/.test(code) && !codes.some((known) => known === code));
  return (
    <Select
      label={t('fields.office')}
      description={t('form.officeHint')}
      required
      searchable
      allowDeselect={false}
      maxDropdownHeight={280}
      nothingFoundMessage={t('common:nothingFound')}
      data={[...new Set([...codes, ...others])].map((code) => ({
        value: code,
        label: labelOf(code, officeName(code)),
      }))}
      value={value || null}
      onChange={(office) => onChange(office ?? '')}
      onSearchChange={setSearch}
      {...props}
    />
  );
}

function labelOf(code: string, name: string) {
  return name === code ? code : `${code} · ${name}`;
}
