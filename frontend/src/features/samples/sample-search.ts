import { SampleDisposal, type SampleStep } from '@/gql/graphql';
import { keysetParams } from '@/lib/keyset';
import { flag, many, type SearchOf, searchShape, step } from '@/lib/search-params';

const shape = {
  ...keysetParams,
  all: flag,
  mine: flag,
  ended: flag,
  quality: flag,
  disposals: many(SampleDisposal),
};

export type SampleSearch = SearchOf<typeof shape>;
export const sampleSearch = searchShape(shape);

/** The address as the query's variables: what is still to be disposed of, unless something else is asked for. */
export function sampleFilter({ all, mine, ended, quality, disposals }: SampleSearch) {
  const narrowed = mine || ended || quality || disposals;
  return {
    inMyHand: mine,
    retentionEnded: ended,
    qualityDue: quality,
    disposals,
    disposed: all || narrowed ? undefined : false,
  };
}

/** The dialog on the page of a sample is in the address: the back button closes it. */
export const samplePageSearch = searchShape({ do: step<SampleStep>() });
