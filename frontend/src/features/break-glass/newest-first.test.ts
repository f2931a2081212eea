import { describe, expect, it } from 'vitest';
import { latestArguments, latestFirst } from './newest-first';

describe('a list that the server gives with the first one first', () => {
  it('begins with the latest and goes on to the older ones', () => {
    expect(latestArguments({})).toEqual({ last: 100, before: undefined });
    expect(latestArguments({ after: 'c' })).toEqual({ last: 100, before: 'c' });
    expect(latestArguments({ before: 'c' })).toEqual({ first: 100, after: 'c' });
  });

  it('has its latest row first, and its ends the other way round', () => {
    const pageInfo = { hasNextPage: false, hasPreviousPage: true, startCursor: 'a', endCursor: 'c' };
    expect(latestFirst({ nodes: [1, 2, 3], pageInfo, totalCount: 9, totalCountIsExact: true })).toEqual({
      nodes: [3, 2, 1],
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: 'c', endCursor: 'a' },
      totalCount: 9,
      totalCountIsExact: true,
    });
  });
});
