import { expect, test } from 'vitest';
import type { CurvePlaceFragment } from '@/gql/graphql';
import { bandPath, linePath, nearest } from './curve';

const share = (of: number, all: number) => ({
  of,
  all,
  share: all === 0 ? 0 : of / all,
  low: all === 0 ? 0 : of / all - 0.1,
  high: all === 0 ? 1 : of / all + 0.1,
});
const place = (threshold: number, of: number, all: number): CurvePlaceFragment => ({
  threshold,
  precision: share(of, all),
  recall: share(all, 20),
});
const PLACES = [place(0.2, 5, 10), place(0.4, 6, 8), place(0.6, 0, 0), place(0.8, 2, 2)];

test('the line has a gap where nothing was measured', () => {
  expect(linePath(PLACES, 'precision', 100, 100)).toBe('M20.0 50.0L40.0 25.0M80.0 0.0');
});

test('the band goes along the lower ends and back along the upper ones', () => {
  expect(bandPath(PLACES.slice(0, 2), 'precision', 100, 100)).toBe('M20.0 60.0L40.0 35.0L40.0 15.0L20.0 40.0Z');
  expect(bandPath(PLACES.slice(0, 1), 'precision', 100, 100)).toBe('');
});

test('the nearest place of a threshold, or none where there are none', () => {
  expect(nearest(PLACES, 0.55)?.threshold).toBe(0.6);
  expect(nearest(PLACES, 0.3)?.threshold).toBe(0.2);
  expect(nearest([], 0.5)).toBeNull();
});
