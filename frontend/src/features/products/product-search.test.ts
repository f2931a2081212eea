import { describe, expect, it } from 'vitest';
import { hasFilter, productFilter, productPageSearch, productSearch } from './product-search';

describe('the list of product sheets in the address', () => {
  it('reads what it knows and drops the rest', () => {
    const read = productSearch({ states: 'DRAFT,GONE', brand: 'brand_1', new: 'true', more: 'x' });
    expect(read).toMatchObject({ states: ['DRAFT'], brand: 'brand_1', new: true });
    expect(productFilter(read)).toEqual({
      search: undefined,
      brandIds: ['brand_1'],
      holderId: undefined,
      states: ['DRAFT'],
    });
  });

  it('is not narrowed by an open dialog, nor by where it stands', () => {
    expect(hasFilter(productSearch({ new: 'true', after: 'cursor' }))).toBe(false);
    expect(hasFilter(productSearch({ search: 'tide' }))).toBe(true);
  });

  it('opens the dialog of a step', () => {
    expect(productPageSearch({ do: 'SHARE' })).toEqual({ do: 'SHARE' });
    expect(productPageSearch({})).toEqual({ do: undefined });
  });
});
