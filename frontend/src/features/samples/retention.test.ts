import { describe, expect, it } from 'vitest';
import { retentionOf } from './retention';

const NOW = Date.parse('2026-12-02T00:00:00Z');

describe('how long a sample is kept', () => {
  it.each([
    ['2029-12-02T00:00:00Z', { text: 'years', tone: 'neutral', count: 3 }],
    ['2028-12-01T00:00:00Z', { text: 'days', tone: 'neutral', count: 730 }],
    ['2027-01-31T00:00:00Z', { text: 'days', tone: 'attention', count: 60 }],
    ['2026-12-02T00:00:01Z', { text: 'days', tone: 'attention', count: 1 }],
    ['2026-12-02T00:00:00Z', { text: 'over', tone: 'attention', count: 0 }],
  ])('until %s', (until, expected) => {
    expect(retentionOf(until, false, NOW)).toEqual(expected);
  });

  it('says nothing of its end while it is under legal hold', () => {
    expect(retentionOf('2026-01-01T00:00:00Z', true, NOW)).toMatchObject({ text: 'held', count: 0 });
  });
});
