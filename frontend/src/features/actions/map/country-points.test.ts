import { expect, it } from 'vitest';
import { COUNTRY_CODES } from '@/lib/country-codes';
import { COUNTRY_POINTS } from './country-points';

it('knows where every country is that the portal names', () => {
  expect(COUNTRY_CODES.filter((code) => !COUNTRY_POINTS.has(code))).toEqual([]);
  for (const [east, north] of COUNTRY_POINTS.values()) {
    expect(Math.abs(east)).toBeLessThanOrEqual(180);
    expect(Math.abs(north)).toBeLessThanOrEqual(90);
  }
});
