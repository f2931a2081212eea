import type { ProductAction, ProductFilter, ProductState } from '@/gql/graphql';
import { isNarrowed, keysetParams } from '@/lib/keyset';
import { flag, many, type SearchOf, searchShape, step, text } from '@/lib/search-params';

/** Written out here: the list that comes with the types would be in the first page of every visit a second time. */
const STATES: { [State in ProductState]: State } = { DRAFT: 'DRAFT', PUBLISHED: 'PUBLISHED', ARCHIVED: 'ARCHIVED' };

const shape = {
  ...keysetParams,
  search: text,
  brand: text,
  holder: text,
  states: many<ProductState>(STATES),
  /** The dialog in which a sheet is begun. */
  new: flag,
};

export type ProductSearch = SearchOf<typeof shape>;
export const productSearch = searchShape(shape);

/** The address as the query's variables. */
export function productFilter({ search, brand, holder, states }: ProductSearch): ProductFilter {
  return { search, brandIds: brand ? [brand] : undefined, holderId: holder, states };
}

/** A dialog leaves nothing out. */
export function hasFilter({ new: _new, ...filters }: ProductSearch): boolean {
  return isNarrowed(filters);
}

/** The dialog on the page of a sheet is in the address: the back button closes it. */
export const productPageSearch = searchShape({ do: step<ProductAction>() });
