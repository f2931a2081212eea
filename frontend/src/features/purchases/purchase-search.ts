import { PurchaseState, type PurchaseStep } from '@/gql/graphql';
import { isDay } from '@/lib/day';
import { keysetParams } from '@/lib/keyset';
import { flag, many, type SearchOf, searchShape, step, text } from '@/lib/search-params';

const day = (raw: unknown) => (typeof raw === 'string' && isDay(raw) ? raw : undefined);

const boardShape = {
  ...keysetParams,
  list: flag,
  waiting: flag,
  buying: flag,
  organization: text,
  program: text,
  brand: text,
  states: many(PurchaseState),
};
export type PurchaseBoardSearch = SearchOf<typeof boardShape>;
/** Filters, pages and the way of looking are in the address: they can be linked to, and the back button works. */
export const purchaseBoardSearch = searchShape(boardShape);

/** The dialog on a purchase's page is in the address: it can be linked to and the back button closes it. */
export const purchasePageSearch = searchShape({ do: step<PurchaseStep>() });

const figuresShape = { from: day, to: day, organization: text, program: text };
export type PurchaseFiguresSearch = SearchOf<typeof figuresShape>;
export const purchaseFiguresSearch = searchShape(figuresShape);

export const purchaseClashSearch = searchShape({ ...keysetParams, all: flag });

/** The address as the query's variables, but for the states. */
export function purchaseFilter({ waiting, buying, organization, program, brand }: PurchaseBoardSearch) {
  return {
    awaitingMe: waiting,
    buyerIsMe: buying,
    organizationId: organization,
    programId: program,
    brandId: brand,
  };
}

/** The board from left to right: what is asked for, agreed to, paid, came to nothing, is here, is over. */
export const COLUMNS = {
  asked: ['REQUESTED'],
  approved: ['APPROVED', 'ASSIGNED'],
  ordered: ['ORDERED', 'SHIPPED'],
  failed: ['NOT_DELIVERED', 'SELLER_CANCELLED', 'LOST'],
  received: ['RECEIVED', 'IN_APPRAISAL', 'APPRAISED'],
  over: ['CLOSED', 'REJECTED', 'CANCELLED', 'HOLD_EXPIRED'],
} as const satisfies Record<string, readonly PurchaseState[]>;
export type PurchaseColumn = keyof typeof COLUMNS;

/** The columns that hold any of the states asked for; all of them where none is. */
export function columnsFor(states: readonly PurchaseState[] | undefined): PurchaseColumn[] {
  const all = Object.keys(COLUMNS) as PurchaseColumn[];
  return states ? all.filter((column) => statesOf(column, states).length > 0) : all;
}

/** What of a column is asked for. */
export function statesOf(column: PurchaseColumn, states: readonly PurchaseState[] | undefined): PurchaseState[] {
  return COLUMNS[column].filter((state) => !states || states.includes(state));
}
