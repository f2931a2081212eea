import { tagOf } from '@/lib/format';

/** A share from 0 to 1 in words; of few things a decimal place would only pretend. */
export function percent(share: number, locale: string): string {
  return new Intl.NumberFormat(tagOf(locale), { style: 'percent', maximumFractionDigits: 0 }).format(share);
}
