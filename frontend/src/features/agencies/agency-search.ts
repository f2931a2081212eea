import { type AgencyAction, AgencyKind } from '@/gql/graphql';
import { keysetParams } from '@/lib/keyset';
import { many, type SearchOf, searchShape, step, text } from '@/lib/search-params';

const shape = {
  ...keysetParams,
  search: text,
  kinds: many(AgencyKind),
  country: text,
  division: text,
  language: text,
};

export type AgencySearch = SearchOf<typeof shape>;
export const agencySearch = searchShape(shape);

/** The address as the query's variables; a division means nothing without its country. */
export function agencyFilter({ search, kinds, country, division, language }: AgencySearch) {
  return { search, kinds, country, divisionCode: country ? division : undefined, language };
}

/** The dialog on an agency's page is in the address: it can be linked to and the back button closes it. */
export const agencyPageSearch = searchShape({ do: step<AgencyAction>() });
