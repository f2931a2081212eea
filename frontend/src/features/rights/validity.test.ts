import { describe, expect, it } from 'vitest';
import { yearFrom } from './validity';

describe('validity', () => {
  it('ends the day before the year is over', () => {
    expect(yearFrom('2026-03-01')).toBe('2027-02-28');
    expect(yearFrom('2027-03-01')).toBe('2028-02-29');
    expect(yearFrom('2028-02-29')).toBe('2029-02-28');
    expect(yearFrom('2026-01-01')).toBe('2026-12-31');
  });
});
