import {
  AssigneeFilter,
  Channel,
  InfringementType,
  type LeadAction,
  LeadSource,
  LeadState,
  Priority,
  Tlp,
} from '@/gql/graphql';
import { keysetParams } from '@/lib/keyset';
import { flag, ids, many, one, type SearchOf, searchShape, step, text } from '@/lib/search-params';

const LeadSort = { newest: 'newest', oldest: 'oldest', priority: 'priority' } as const;
export type LeadSort = (typeof LeadSort)[keyof typeof LeadSort];

const shape = {
  ...keysetParams,
  search: text,
  states: many(LeadState),
  tlp: many(Tlp),
  priorities: many(Priority),
  types: many(InfringementType),
  channels: many(Channel),
  sources: many(LeadSource),
  brands: ids,
  mine: flag,
  assignee: one(AssigneeFilter),
  watched: flag,
  sort: one(LeadSort),
  saved: text,
};

export type LeadSearch = SearchOf<typeof shape>;
export const leadSearch = searchShape(shape);

/** The address as the query's variables. */
export function leadFilter(search: LeadSearch) {
  const { states, tlp, priorities, channels, sources, mine, assignee, watched } = search;
  return {
    search: search.search,
    states,
    tlp,
    priorities,
    channels,
    sources,
    mine,
    assignee,
    watched,
    infringementTypes: search.types,
    brandIds: search.brands,
  };
}

export function leadOrder(sort: LeadSort = 'newest') {
  switch (sort) {
    case 'newest':
      return { field: 'CREATED_AT', direction: 'DESC' } as const;
    case 'oldest':
      return { field: 'CREATED_AT', direction: 'ASC' } as const;
    case 'priority':
      return { field: 'PRIORITY', direction: 'DESC' } as const;
  }
}

/** A saved view's words as the address; what the address has no word for is left out. */
export function leadSearchOf(filter: unknown, orderBy: unknown): LeadSearch {
  const { infringementTypes: types, brandIds: brands, ...same } = filter as Record<string, unknown>;
  return leadSearch({ ...same, types, brands, sort: sortOf(orderBy) });
}

function sortOf(orderBy: unknown): LeadSort | undefined {
  const { field, direction } = (orderBy ?? {}) as { field?: string; direction?: string };
  if (field === 'PRIORITY') return 'priority';
  return direction === 'ASC' ? 'oldest' : undefined;
}

export type FollowUp = AssigneeFilter | 'WATCHED';

/** Who is on it and whether it is watched are one filter on the screen. */
export function followUpOf({ assignee, watched }: LeadSearch): FollowUp[] {
  return [...(assignee ? [assignee] : []), ...(watched ? (['WATCHED'] as const) : [])];
}

/** Nobody is both on it and not: of the two the one that was chosen last. */
export function followUpSearch(chosen: FollowUp[] = [], { assignee }: LeadSearch) {
  const people = chosen.filter((each) => each !== 'WATCHED');
  return {
    assignee: people.find((each) => each !== assignee) ?? people[0],
    watched: chosen.includes('WATCHED') || undefined,
  };
}

export function hasFilter({
  after: _after,
  before: _before,
  sort: _sort,
  saved: _saved,
  ...filters
}: LeadSearch): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}

/** The lead of which a sanitised copy is written. */
export const newLeadSearch = searchShape({ from: text });

/** The dialog on a lead's page is in the address: the palette can open it and the back button closes it. */
export const leadPageSearch = searchShape({ do: step<LeadAction>(), delivery: text });
