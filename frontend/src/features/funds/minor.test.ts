import { expect, test } from 'vitest';
import { decimalOf, isAmountOf, isZero, minorOf, placesOf, writtenAmount } from './minor';

test('amounts are whole numbers of the smallest unit, however large', () => {
  expect(minorOf({ amount: '12.30' })).toBe(1230n);
  expect(minorOf({ amount: '-0.05' })).toBe(-5n);
  expect(minorOf({ amount: '90071992547409930.01' })).toBe(9_007_199_254_740_993_001n);
  expect(placesOf({ amount: '700' })).toBe(0);
  expect(isZero({ amount: '0.00' })).toBe(true);
});

test('and are written again as they were', () => {
  for (const amount of ['12.30', '0.05', '-0.05', '700', '90071992547409930.01'])
    expect(decimalOf(minorOf({ amount }), placesOf({ amount }))).toBe(amount);
});

test('what somebody types is an amount of the currency, above nothing', () => {
  expect(writtenAmount(' 12,500.50 ')).toBe('12500.50');
  expect(isAmountOf('12,500.50', 'CNY')).toBe(true);
  expect(isAmountOf('0.01', 'CNY')).toBe(true);
  expect(isAmountOf('500', 'JPY')).toBe(true);
  for (const wrong of ['', '0', '0.00', '-1', '1.234', '1e3', 'twelve']) expect(isAmountOf(wrong, 'CNY')).toBe(false);
  expect(isAmountOf('500.5', 'JPY')).toBe(false);
});
