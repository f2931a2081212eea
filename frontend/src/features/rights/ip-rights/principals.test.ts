import { describe, expect, it } from 'vitest';
import { coveredBrands } from './principals';

const power = (principal: string, brands: string[]) => ({
  principal: { id: principal, name: principal },
  allBrands: brands.length === 0,
  brands: brands.map((id) => ({ id })),
});

describe('the brands for which an agent may enter rights', () => {
  it('are those of all powers of the principal', () => {
    const powers = [power('org_1', ['brand_1']), power('org_1', ['brand_2']), power('org_2', ['brand_3'])];
    expect(coveredBrands(powers, 'org_1')).toEqual(new Set(['brand_1', 'brand_2']));
  });

  it('are all as soon as one power covers all', () => {
    const powers = [power('org_1', ['brand_1']), power('org_1', []), power('org_2', ['brand_3'])];
    expect(coveredBrands(powers, 'org_1')).toBeNull();
    expect(coveredBrands(powers, 'org_3')).toEqual(new Set());
  });
});
