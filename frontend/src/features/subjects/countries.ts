import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { COUNTRY_CODES } from '@/features/leads/countries';
import { useFormats } from '@/lib/format';

/** Countries for a picker, by their names in the reader's language. */
export function useCountries() {
  const { i18n } = useTranslation();
  const { country } = useFormats();
  return useMemo(() => {
    const named = COUNTRY_CODES.map((value) => ({ value, label: country(value) }));
    return named.sort((a, b) => a.label.localeCompare(b.label, i18n.language));
  }, [country, i18n.language]);
}
