import { expect, it } from 'vitest';
import { limitHeaders, standingOf } from './rate-limit';

it('reads how somebody stands', () => {
  const headers = new Headers({ 'RateLimit-Policy': '"cost";q=600000;w=60', RateLimit: '"cost";r=599988;t=1' });
  expect(standingOf(headers)).toEqual({ perWindow: 600_000, windowSeconds: 60, left: 599_988, resetsInSeconds: 1 });
  expect(limitHeaders(headers)).toEqual([
    ['RateLimit-Policy', '"cost";q=600000;w=60'],
    ['RateLimit', '"cost";r=599988;t=1'],
  ]);
});

it('knows nothing where nobody counts, or in other words', () => {
  expect(standingOf(new Headers())).toBeNull();
  expect(standingOf(new Headers({ RateLimit: 'limit=10, remaining=5' }))).toBeNull();
  expect(limitHeaders(new Headers({ 'Retry-After': '3' }))).toEqual([['Retry-After', '3']]);
});
