import { isDay } from '@/lib/day';
import { keysetParams } from '@/lib/keyset';
import { flag, ids, type SearchOf, searchShape, text } from '@/lib/search-params';

/** Between 0 and 1, without its ends. */
const share = (raw: unknown) => (Number(raw) > 0 && Number(raw) < 1 ? Number(raw) : undefined);
const day = (raw: unknown) => (typeof raw === 'string' && isDay(raw) ? raw : undefined);

/** Comes with every first page: which words mean something, the pages know (`address.ts`). */
const queueShape = {
  ...keysetParams,
  brands: ids,
  states: ids,
  types: ids,
  least: share,
  watched: flag,
  latest: flag,
  selected: text,
};
export type QueueSearch = SearchOf<typeof queueShape>;
export const queueSearch = searchShape(queueShape);

const studioShape = {
  ...keysetParams,
  brand: text,
  part: text,
  kind: text,
  model: text,
  pack: text,
  threshold: share,
  table: flag,
  do: text,
  to: text,
};
export type StudioSearch = SearchOf<typeof studioShape>;
export const studioSearch = searchShape(studioShape);

export const screeningFiguresSearch = searchShape({ from: day, to: day, brand: text });

export const sellerSearch = searchShape({ ...keysetParams, do: text, platform: text, shop: text, name: text });
