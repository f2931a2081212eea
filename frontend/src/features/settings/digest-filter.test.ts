import { expect, test } from 'vitest';
import { filterInput, filterValues } from './digest-filter';

test('what was chosen is sent as it was shown, and what was taken away as nothing', () => {
  const shown = filterValues({
    onlyAssigned: true,
    role: 'RECIPIENT',
    brandIds: ['brand_1'],
    infringementTypes: ['PATENT'],
    minPriority: 'HIGH',
  });
  expect(filterInput(shown)).toEqual({
    onlyAssigned: true,
    role: 'RECIPIENT',
    brandIds: ['brand_1'],
    infringementTypes: ['PATENT'],
    minPriority: 'HIGH',
  });
  expect(filterInput({ ...shown, role: null, brandIds: [], infringementTypes: [], minPriority: null })).toEqual({
    onlyAssigned: true,
    role: null,
    brandIds: [],
    infringementTypes: [],
    minPriority: null,
  });
});
