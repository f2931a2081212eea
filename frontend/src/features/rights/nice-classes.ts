import { useTranslation } from 'react-i18next';

const LAST_CLASS = 45;

/** All classes of the Nice classification. */
export const NICE_CLASSES = Array.from({ length: LAST_CLASS }, (_, index) => index + 1);

/** What somebody typed, such as `9, 18 25`; null where a word of it is no class of the Nice classification. */
export function readNiceClasses(typed: string): number[] | null {
  const words = typed.split(/[\s,;，、；]+/).filter(Boolean);
  const classes = words.map((word) => (/^\d{1,2}$/.test(word) ? Number(word) : 0));
  if (classes.some((each) => each < 1 || each > LAST_CLASS)) return null;
  return [...new Set(classes)].sort((a, b) => a - b);
}

/** Short names of our own, in the reader's language; the number stands for a class that nobody has named. */
export function useNiceClassName() {
  const { t } = useTranslation('nice');
  return (niceClass: number) => t(`${niceClass}` as '1', { defaultValue: String(niceClass) });
}
