import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { tagOf } from './format';

const STEPS = [
  ['gigabyte', 1_000_000_000],
  ['megabyte', 1_000_000],
  ['kilobyte', 1_000],
] as const;

function createMeasures(locale: string) {
  const tag = tagOf(locale);
  const measure = (value: number, unit: string, digits = 0) =>
    new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits }).format(
      value,
    );
  return {
    bytes: (value: number) => {
      const [unit, size] = STEPS.find(([, length]) => value >= length) ?? ['byte', 1];
      return measure(value / size, unit, 1);
    },
    /** How long something took or waits, in the largest unit that says something. */
    duration: (milliseconds: number) => {
      if (milliseconds < 1_000) return measure(milliseconds, 'millisecond');
      if (milliseconds < 120_000) return measure(milliseconds / 1_000, 'second', 1);
      if (milliseconds < 7_200_000) return measure(milliseconds / 60_000, 'minute');
      return measure(milliseconds / 3_600_000, 'hour');
    },
  };
}

/** Sizes and durations as the reader's language writes them. */
export function useMeasures() {
  const { i18n } = useTranslation();
  return useMemo(() => createMeasures(i18n.language), [i18n.language]);
}
