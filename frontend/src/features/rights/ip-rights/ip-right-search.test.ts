import { describe, expect, it } from 'vitest';
import { parseSearch, stringifySearch } from '@/lib/search-params';
import { hasFilter, ipRightEditSearch, ipRightFilter, ipRightSearch, isWaiting } from './ip-right-search';

const read = (address: string) => ipRightSearch(parseSearch(address));

describe('the list of rights in the address', () => {
  it('survives the way there and back', () => {
    const search = {
      search: '奥薇兰 & 123',
      states: ['EXPIRING' as const, 'EXPIRED' as const],
      kinds: ['TRADEMARK' as const],
      niceClass: '25',
      country: 'DE',
      holder: 'org_1',
      brand: 'brand_1',
      renewalWaits: true as const,
      order: 'EXPIRES_ON' as const,
    };
    expect(read(stringifySearch(search))).toEqual(search);
  });

  it('drops what means nothing', () => {
    expect(read('?niceClass=46&country=germany&states=LOST,DRAFT&order=up&renewalWaits=no')).toEqual({
      states: ['DRAFT'],
    });
    expect(ipRightEditSearch({ missing: 'registrationNumber' })).toEqual({ missing: 'registrationNumber' });
    expect(ipRightEditSearch({ missing: 'anything' })).toEqual({});
  });

  it('becomes the filter of the query', () => {
    expect(ipRightFilter(read('?niceClass=9&holder=org_1&brand=brand_2&order=EXPIRES_ON'))).toEqual({
      niceClass: 9,
      holderId: 'org_1',
      brandId: 'brand_2',
    });
  });

  it('is what a reminder links to', () => {
    const search = read('?holder=org_01JZ8Q&order=EXPIRES_ON&states=EXPIRING');
    expect(search).toEqual({ holder: 'org_01JZ8Q', order: 'EXPIRES_ON', states: ['EXPIRING'] });
    expect(ipRightFilter(search)).toEqual({ holderId: 'org_01JZ8Q', states: ['EXPIRING'] });
    expect(read(stringifySearch(search))).toEqual(search);
  });

  it('knows a filter from a page and an order', () => {
    expect(hasFilter(read('?after=abc&order=EXPIRES_ON'))).toBe(false);
    expect(hasFilter(read('?country=CN'))).toBe(true);
  });

  it('knows when only what waits is shown', () => {
    expect(isWaiting(read('?states=SUBMITTED'))).toBe(true);
    expect(isWaiting(read('?states=SUBMITTED,REJECTED'))).toBe(false);
  });
});
