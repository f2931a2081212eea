import { expect, test } from 'vitest';
import { addDecimals, sumsByCurrency } from './exact-sums';

test('decimal texts are added exactly', () => {
  expect(addDecimals('0.10', '0.20')).toBe('0.30');
  expect(addDecimals('33.34', '66.67')).toBe('100.01');
  expect(addDecimals('9007199254740993', '0.01')).toBe('9007199254740993.01');
  expect(addDecimals('0', '5')).toBe('5');
  expect(addDecimals('-1.5', '1.25')).toBe('-0.25');
});

test('currencies are never mixed', () => {
  const parts = [
    { amount: '50.00', currency: 'CNY' },
    { amount: '7', currency: 'JPY' },
    { amount: '50.01', currency: 'CNY' },
  ];
  expect(sumsByCurrency(parts)).toEqual([
    { amount: '100.01', currency: 'CNY' },
    { amount: '7', currency: 'JPY' },
  ]);
});
