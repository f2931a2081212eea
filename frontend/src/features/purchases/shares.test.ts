import { expect, it } from 'vitest';
import { sharesOf } from './shares';

it('draws amounts beyond what numbers hold exactly, and none for what must not be told', () => {
  const shares = sharesOf([
    { kind: 'GOODS', amount: { amount: '90071992547409.93', currency: 'CNY' } },
    { kind: 'SHIPPING', amount: { amount: '45035996273704.96', currency: 'CNY' } },
    { kind: 'NOTARY', amount: null },
  ]);
  expect(shares.map(({ share }) => share)).toEqual([1000, 499, 0]);
});

it('divides by nothing where nothing was spent', () => {
  expect(sharesOf([{ kind: 'GOODS', amount: { amount: '0.00', currency: 'CNY' } }])[0]?.share).toBe(0);
});
