import { LeadState, SearchKind } from '@/gql/graphql';
import { keysetParams } from '@/lib/keyset';
import { many, type SearchOf, searchShape, text } from '@/lib/search-params';

const shape = { ...keysetParams, q: text, kinds: many(SearchKind), states: many(LeadState) };

export type FoundSearch = SearchOf<typeof shape>;
export const foundSearch = searchShape(shape);

/** Words with a letter or digit; the server finds nothing by others. */
export function isAsked(query: string | undefined): query is string {
  return query !== undefined && /[\p{L}\p{N}]/u.test(query);
}
