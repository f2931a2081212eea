import { describe, expect, it } from 'vitest';
import { parseSearch, stringifySearch } from '@/lib/search-params';
import { followUpOf, followUpSearch, hasFilter, leadFilter, leadOrder, leadSearch, leadSearchOf } from './lead-search';

const read = (address: string) => leadSearch(parseSearch(address));

describe('the lead list in the address', () => {
  it('survives the way there and back', () => {
    const search = {
      search: 'leather & 皮革',
      states: ['SUBMITTED' as const, 'TRIAGED' as const],
      tlp: ['AMBER_STRICT' as const],
      brands: ['brand_1', 'brand_2'],
      mine: true as const,
      sort: 'priority' as const,
      after: 'YWJj==',
    };
    expect(read(stringifySearch(search))).toEqual(search);
  });

  it('has one filter for who is on it and what is watched', () => {
    expect(followUpOf({ assignee: 'ME', watched: true })).toEqual(['ME', 'WATCHED']);
    expect(followUpSearch(['ME', 'NOBODY'], { assignee: 'ME' })).toEqual({ assignee: 'NOBODY', watched: undefined });
    expect(followUpSearch(['WATCHED'], { assignee: 'ME' })).toEqual({ assignee: undefined, watched: true });
    expect(followUpSearch(undefined, { watched: true })).toEqual({ assignee: undefined, watched: undefined });
  });

  it('is readable', () => {
    expect(stringifySearch({ states: ['SUBMITTED', 'TRIAGED'], search: 'watch', mine: undefined })).toBe(
      '?states=SUBMITTED,TRIAGED&search=watch',
    );
    expect(stringifySearch({ states: [], mine: false, after: undefined })).toBe('');
  });

  it('is made of a saved view and gives it back', () => {
    const search = {
      states: ['SHARED' as const],
      types: ['PATENT' as const],
      brands: ['brand_1'],
      mine: true as const,
    };
    const saved = JSON.parse(JSON.stringify(leadFilter(search)));
    expect(leadSearchOf(saved, leadOrder('priority'))).toEqual({ ...search, sort: 'priority' });
    expect(leadSearchOf(saved, leadOrder())).toEqual(search);
    expect(leadSearchOf({ search: '鞋', createdFrom: '2026-01-01T00:00:00Z' }, null)).toEqual({ search: '鞋' });
    expect(hasFilter({ saved: 'view_1' })).toBe(false);
  });

  it('drops what means nothing', () => {
    expect(read('?states=NONSENSE,SHARED&tlp=purple&sort=up&foo=bar&mine=maybe')).toEqual({ states: ['SHARED'] });
  });

  it('becomes the filter of the query', () => {
    expect(leadFilter(read('?search=x&types=PATENT&brands=brand_1'))).toMatchObject({
      search: 'x',
      infringementTypes: ['PATENT'],
      brandIds: ['brand_1'],
    });
    expect(leadOrder(read('').sort)).toEqual({ field: 'CREATED_AT', direction: 'DESC' });
  });

  it('knows a filter from a page and an order', () => {
    expect(hasFilter(read('?after=abc&sort=oldest'))).toBe(false);
    expect(hasFilter(read('?mine=true'))).toBe(true);
  });
});
