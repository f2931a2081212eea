import type { BalanceStep } from '@/gql/graphql';
import { addDays } from '@/lib/day';
import type { CourseRange } from './fund-search';

const DAYS: Record<CourseRange, number> = { DAYS_30: 30, DAYS_90: 90, MONTHS_12: 365, YEARS_3: 1095 };
const STEPS: Record<CourseRange, BalanceStep> = {
  DAYS_30: 'DAY',
  DAYS_90: 'DAY',
  MONTHS_12: 'WEEK',
  YEARS_3: 'MONTH',
};

/** What to ask for; far below what the server gives at once. */
export function courseOf(range: CourseRange, today: string) {
  return { from: addDays(today, -DAYS[range]), to: today, step: STEPS[range] };
}

const FIRST_DIGITS = [2n, 4n, 6n, 8n, 10n];

/** The first round number that holds it; its half is a whole number, too. */
export function roundTop(most: bigint): bigint {
  let unit = 1n;
  while (unit * 10n < most) unit *= 10n;
  return unit * (FIRST_DIGITS.find((digit) => digit * unit >= most) ?? 10n);
}

/** How high it stands, 0 to 1, of `top`. Only the picture is rounded: to a ten-thousandth of its height. */
export function heightOf(minor: bigint, top: bigint): number {
  if (minor <= 0n || top <= 0n) return 0;
  return Number((minor * 10_000n) / top) / 10_000;
}

/** A line through what stood at the end of each day: it stays where it was until the next one. */
export function stepPath(values: readonly bigint[], top: bigint, width: number, height: number): string {
  const gap = values.length > 1 ? width / (values.length - 1) : 0;
  const at = (minor: bigint) => (height * (1 - heightOf(minor, top))).toFixed(2);
  return values
    .map((minor, place) => (place === 0 ? `M0 ${at(minor)}` : `H${(gap * place).toFixed(2)}V${at(minor)}`))
    .join('');
}
