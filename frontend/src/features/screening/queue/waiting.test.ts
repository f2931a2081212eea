import { expect, test } from 'vitest';
import type { ScreenedOfferFragment } from '@/gql/graphql';
import type { Asked } from '../address';
import { after, fits, waiting } from './waiting';

type Row = Pick<
  ScreenedOfferFragment,
  'id' | 'version' | 'state' | 'score' | 'watched' | 'brand' | 'infringementTypes'
>;

const row = (id: string, more: Partial<Row> = {}): Row => ({
  id,
  version: 1,
  state: 'QUEUED',
  score: 0.8,
  watched: false,
  brand: { id: 'brand_1', name: 'Orvelline', nameZh: null } as Row['brand'],
  infringementTypes: ['COUNTERFEIT'],
  ...more,
});
const queued: Asked = { states: ['QUEUED'] };
const ids = (rows: readonly Row[]) => rows.map(({ id }) => id);

test('what was judged is gone before the server answers, and is there again as a later version', () => {
  const judged = new Map([['b', 1]]);
  expect(ids(waiting([row('a'), row('b')], [], judged, queued))).toEqual(['a']);
  expect(ids(waiting([row('a'), row('b', { version: 3 })], [], judged, queued))).toEqual(['a', 'b']);
});

test('what comes with an answer stands below, once, where the filters have it', () => {
  const come = [
    row('b'),
    row('c'),
    row('d', { brand: { id: 'brand_2', name: 'Other', nameZh: null } as Row['brand'] }),
  ];
  const asked = { ...queued, brandIds: ['brand_1'] };
  expect(ids(waiting([row('a'), row('b')], come, new Map(), asked))).toEqual(['a', 'b', 'c']);
});

test('filters hold for score, kind and watch list', () => {
  expect(fits(row('a', { score: 0.4 }), { ...queued, leastScore: 0.5 })).toBe(false);
  expect(fits(row('a'), { ...queued, infringementTypes: ['LOGO_OBSCURED'] })).toBe(false);
  expect(fits(row('a'), { ...queued, watched: true })).toBe(false);
  expect(fits(row('a', { state: 'DISMISSED' }), queued)).toBe(false);
  expect(fits(row('a'), { ...queued, leastScore: 0.8, infringementTypes: ['COUNTERFEIT'], watched: false })).toBe(true);
});

test('after the last one comes the one above it', () => {
  expect(after([row('a'), row('b')], 'a')).toBe('b');
  expect(after([row('a'), row('b')], 'b')).toBe('a');
  expect(after([row('a')], 'a')).toBeUndefined();
});
