import { BreakGlassAction, BreakGlassState } from '@/gql/graphql';
import { keysetParams } from '@/lib/keyset';
import { many, one, searchShape, text } from '@/lib/search-params';

/** Mails lead to a request by the address: `/break-glass?request=glass_…`. */
export const breakGlassSearch = searchShape({
  ...keysetParams,
  states: many(BreakGlassState),
  request: text,
  do: one(BreakGlassAction),
});
