import type { ActionSiteFilter } from '@/gql/graphql';
import { OfflineActionState, SiteKind } from '@/gql/graphql';
import { addDays, isDay } from '@/lib/day';
import { keysetParams } from '@/lib/keyset';
import { many, type SearchOf, searchShape, text } from '@/lib/search-params';

const day = (raw: unknown) => (typeof raw === 'string' && isDay(raw) ? raw : undefined);

const shape = {
  ...keysetParams,
  from: day,
  to: day,
  states: many(OfflineActionState),
  kinds: many(SiteKind),
  campaign: text,
  country: text,
};

export type MapSearch = SearchOf<typeof shape>;
export const mapSearch = searchShape(shape);

/** The address as the filter of both: the map and the list beside it. Days are UTC's, whatever the sites' clocks say. */
export function siteFilter({ from, to, states, kinds, campaign, country }: MapSearch): ActionSiteFilter {
  return {
    states,
    kinds,
    operationId: campaign,
    country,
    startsFrom: from ? `${from}T00:00:00Z` : undefined,
    startsTo: to ? `${addDays(to, 1)}T00:00:00Z` : undefined,
  };
}
