import { expect, it } from 'vitest';
import { differenceOf, effective, isWhole, NOTHING, toggled } from './sums';

const yuan = (amount: string) => ({ amount, currency: 'CNY' });

it('adds several to one exactly, with what came in and what went out', () => {
  let picked = toggled(NOTHING, 'lines', 'line', yuan('-90071992547409.93'));
  picked = toggled(picked, 'entries', 'one', yuan('-90071992547409.00'));
  expect(differenceOf(picked)).toEqual(yuan('-0.93'));
  expect(isWhole(picked)).toBe(false);
  picked = toggled(picked, 'entries', 'two', yuan('-0.93'));
  expect(differenceOf(picked)).toEqual(yuan('0.00'));
  expect(isWhole(picked)).toBe(true);
  expect(isWhole(toggled(picked, 'entries', 'two', yuan('-0.93')))).toBe(false);
});

it('takes nothing for a match that has one side alone, or another currency', () => {
  expect(differenceOf(NOTHING)).toBeNull();
  expect(isWhole(toggled(NOTHING, 'lines', 'line', yuan('0.00')))).toBe(false);
  expect(isWhole(toggled(NOTHING, 'entries', 'entry', yuan('0.00')))).toBe(false);
  const mixed = toggled(toggled(NOTHING, 'lines', 'line', yuan('1.00')), 'entries', 'entry', {
    amount: '1.00',
    currency: 'USD',
  });
  expect(differenceOf(mixed)).toBeNull();
  expect(isWhole(mixed)).toBe(false);
});

it('lets an entry and its reversal stand for each other', () => {
  const both = toggled(toggled(NOTHING, 'entries', 'one', yuan('5.00')), 'entries', 'other', yuan('-5.00'));
  expect(isWhole(both)).toBe(true);
});

it('counts the line that is looked at where none is ticked', () => {
  const entries = toggled(NOTHING, 'entries', 'entry', yuan('5.00'));
  expect(isWhole(effective(entries, { id: 'line', amount: yuan('5.00') }))).toBe(true);
  const other = toggled(entries, 'lines', 'another', yuan('4.00'));
  expect(effective(other, { id: 'line', amount: yuan('5.00') })).toBe(other);
  expect(effective(NOTHING, { id: 'line', amount: yuan('5.00') })).toBe(NOTHING);
});
