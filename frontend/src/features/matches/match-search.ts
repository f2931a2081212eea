import { type BlindMatchAction, BlindMatchState } from '@/gql/graphql';
import { keysetParams } from '@/lib/keyset';
import { many, searchShape, step, text } from '@/lib/search-params';

/** A match stands in the address by its id, and so does the lead whose matches are looked at. */
export const matchSearch = searchShape({
  ...keysetParams,
  states: many(BlindMatchState),
  lead: text,
  match: text,
  do: step<BlindMatchAction>(),
});
