import { Industry, type OrganizationAction, OrganizationKind, OrganizationState } from '@/gql/graphql';
import { keysetParams } from '@/lib/keyset';
import { many, type SearchOf, searchShape, step, text } from '@/lib/search-params';

const shape = {
  ...keysetParams,
  search: text,
  kinds: many(OrganizationKind),
  states: many(OrganizationState),
  industries: many(Industry),
};

export type OrganizationSearch = SearchOf<typeof shape>;
export const organizationSearch = searchShape(shape);

/** The address as the query's variables. */
export function organizationFilter({ search, kinds, states, industries }: OrganizationSearch) {
  return { search, kinds, states, industries };
}

/** The dialog on an organisation's page is in the address: it can be linked to and the back button closes it. */
export const organizationPageSearch = searchShape({ do: step<OrganizationAction>() });
