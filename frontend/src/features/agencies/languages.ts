import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { tagOf } from '@/lib/format';

/** What agencies are likely to speak; any other code that is there already stays. */
const CODES =
  'ar cs da de el en es fi fr he hi hu id it ja km ko lo ms my nl no pl pt ro ru sv th tl tr uk vi zh'.split(' ');

/** Languages by their names in the reader's language. */
export function useLanguages(present: readonly string[] = []) {
  const { i18n } = useTranslation();
  const tag = tagOf(i18n.language);
  return useMemo(() => {
    const names = new Intl.DisplayNames([tag], { type: 'language' });
    const nameOf = (code: string) => names.of(code) ?? code;
    const { compare } = new Intl.Collator(tag);
    const codes = [...new Set([...CODES, ...present])];
    const options = codes.map((value) => ({ value, label: nameOf(value) })).sort((a, b) => compare(a.label, b.label));
    return { nameOf, options };
  }, [tag, present]);
}
