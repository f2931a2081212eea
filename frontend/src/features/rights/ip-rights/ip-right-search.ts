import { type IpRightAction, type IpRightFilter, IpRightKind, IpRightOrder, IpRightState } from '@/gql/graphql';
import { isNarrowed, keysetParams } from '@/lib/keyset';
import { flag, many, one, type SearchOf, searchShape, step, text } from '@/lib/search-params';
import { NICE_CLASSES } from '../nice-classes';
import { FACT_FIELDS } from './fact-fields';

const niceClass = one(Object.fromEntries(NICE_CLASSES.map((each) => [each, String(each)])));

const country = (raw: unknown) => (typeof raw === 'string' && /^[A-Z]{2}$/.test(raw) ? raw : undefined);

const shape = {
  ...keysetParams,
  search: text,
  states: many(IpRightState),
  kinds: many(IpRightKind),
  niceClass,
  country,
  holder: text,
  brand: text,
  renewalWaits: flag,
  order: one(IpRightOrder),
};

export type IpRightSearch = SearchOf<typeof shape>;
export const ipRightSearch = searchShape(shape);

/** The address as the query's variables. */
export function ipRightFilter(search: IpRightSearch): IpRightFilter {
  return {
    search: search.search,
    states: search.states,
    kinds: search.kinds,
    niceClass: search.niceClass ? Number(search.niceClass) : undefined,
    country: search.country,
    holderId: search.holder,
    brandId: search.brand,
    renewalWaits: search.renewalWaits,
  };
}

/** An order leaves nothing out. */
export function hasFilter({ order: _order, ...filters }: IpRightSearch): boolean {
  return isNarrowed(filters);
}

/** Whether the list shows what waits for its proof to be looked at, and nothing else. */
export function isWaiting({ states }: IpRightSearch): boolean {
  return states?.length === 1 && states[0] === 'SUBMITTED';
}

/** The dialog on a right's page is in the address: it can be linked to and the back button closes it. */
export const ipRightPageSearch = searchShape({ do: step<IpRightAction>() });

/** The field that a submission was refused for. */
export const ipRightEditSearch = searchShape({ missing: one(FACT_FIELDS) });
