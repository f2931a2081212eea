import { PersonState, Role } from '@/gql/graphql';
import { keysetParams } from '@/lib/keyset';
import { flag, many, type SearchOf, searchShape, text } from '@/lib/search-params';

const shape = {
  ...keysetParams,
  search: text,
  organization: text,
  roles: many(Role),
  states: many(PersonState),
  /** Only those to whom no mails go. */
  noMail: flag,
};

export type PersonSearch = SearchOf<typeof shape>;
export const personSearch = searchShape(shape);

/** The address as the query's variables. */
export function personFilter({ search, organization, roles, states, noMail }: PersonSearch) {
  return { search, organizationId: organization, roles, states, mailSuspended: noMail };
}
