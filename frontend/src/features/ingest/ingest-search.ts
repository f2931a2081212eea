import { ListingFeedbackState } from '@/gql/graphql';
import { keysetParams } from '@/lib/keyset';
import { flag, many, searchShape, text } from '@/lib/search-params';

/** Either the listings or, where `files` is there, all files stand in pages. */
export const ingestSearch = searchShape({
  ...keysetParams,
  states: many(ListingFeedbackState),
  externalId: text,
  files: flag,
});
