import { describe, expect, it } from 'vitest';
import { today, yearFrom } from './validity';

describe('validity', () => {
  it('starts on the day it is in UTC', () => {
    expect(today(new Date('2026-02-28T23:59:00+08:00'))).toBe('2026-02-28');
    expect(today(new Date('2026-03-01T07:59:00+08:00'))).toBe('2026-02-28');
  });

  it('ends the day before the year is over', () => {
    expect(yearFrom('2026-03-01')).toBe('2027-02-28');
    expect(yearFrom('2027-03-01')).toBe('2028-02-29');
    expect(yearFrom('2028-02-29')).toBe('2029-02-28');
    expect(yearFrom('2026-01-01')).toBe('2026-12-31');
  });
});
