import { expect, it } from 'vitest';
import { changed, chosenColumns, columnInput } from './columns';

const suggested = chosenColumns([
  { name: 'Day', suggestion: 'BOOKED_ON' },
  { name: 'Money', suggestion: 'AMOUNT' },
  { name: 'Rest', suggestion: null },
]);

it('begins with what the names suggest', () => {
  expect(columnInput(suggested)).toEqual([
    { column: 'Day', field: 'BOOKED_ON' },
    { column: 'Money', field: 'AMOUNT' },
  ]);
});

it('has each thing in one column, but texts', () => {
  expect(changed(suggested, 'Rest', 'AMOUNT')).toEqual({ Day: 'BOOKED_ON', Money: null, Rest: 'AMOUNT' });
  const texts = changed(changed(suggested, 'Rest', 'TEXT'), 'Money', 'TEXT');
  expect(texts).toEqual({ Day: 'BOOKED_ON', Money: 'TEXT', Rest: 'TEXT' });
  expect(columnInput(changed(texts, 'Rest', null))).toHaveLength(2);
});
