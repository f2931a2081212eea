import { expect, test } from 'vitest';
import { courseOf, heightOf, roundTop, stepPath } from './course-scale';

test('a range asks for days, weeks or months', () => {
  expect(courseOf('DAYS_30', '2026-03-31')).toEqual({ from: '2026-03-01', to: '2026-03-31', step: 'DAY' });
  expect(courseOf('MONTHS_12', '2026-03-31')).toMatchObject({ from: '2025-03-31', step: 'WEEK' });
});

test('the top is round, and so is its half', () => {
  expect(roundTop(0n)).toBe(2n);
  expect(roundTop(1n)).toBe(2n);
  expect(roundTop(1230n)).toBe(2000n);
  expect(roundTop(4001n)).toBe(6000n);
  expect(roundTop(9_000_000_000_000_001n)).toBe(10_000_000_000_000_000n);
  for (const most of [1n, 7n, 99n, 100n, 101n]) expect(roundTop(most) % 2n).toBe(0n);
});

test('a line stays where it was until the day at which it moved', () => {
  expect(heightOf(5n, 10n)).toBe(0.5);
  expect(heightOf(-5n, 10n)).toBe(0);
  expect(stepPath([0n, 5n, 10n], 10n, 100, 40)).toBe('M0 40.00H50.00V20.00H100.00V0.00');
  expect(stepPath([5n], 10n, 100, 40)).toBe('M0 20.00');
});
