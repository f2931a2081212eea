import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { COUNTRY_CODES } from './country-codes';
import { useFormats } from './format';

const NONE: readonly string[] = [];

/** All countries by their names in the reader's language, in its order. */
export function useCountries(first: readonly string[] = NONE) {
  const { i18n } = useTranslation();
  const { country } = useFormats();
  return useMemo(() => {
    const named = (value: string) => ({ value, label: country(value) });
    const { compare } = new Intl.Collator(i18n.language);
    const others = COUNTRY_CODES.map(named).sort((a, b) => compare(a.label, b.label));
    return [...first.map(named), ...others];
  }, [country, first, i18n.language]);
}
