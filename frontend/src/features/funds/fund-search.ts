import {
  FundHoldState,
  FundOrderKind,
  FundOrderState,
  LedgerEntryKind,
  TestPurchaseProgramState,
  TestPurchaseProgramStep,
} from '@/gql/graphql';
import { isDay } from '@/lib/day';
import { keysetParams } from '@/lib/keyset';
import { flag, many, one, type SearchOf, searchShape, text } from '@/lib/search-params';

const day = (raw: unknown) => (typeof raw === 'string' && isDay(raw) ? raw : undefined);

export const fundListSearch = searchShape(keysetParams);

/** The parts of a fund's page. */
export const FundPart = { ENTRIES: 'ENTRIES', ALLOCATIONS: 'ALLOCATIONS', ORDERS: 'ORDERS', BOOKS: 'BOOKS' } as const;
export type FundPart = (typeof FundPart)[keyof typeof FundPart];

/** What can be proposed of a fund. */
export const PROPOSALS = ['CONTRIBUTION', 'ALLOCATION', 'RECOVERY', 'PAYOUT', 'EXCHANGE', 'PERIOD_CLOSE'] as const;
/** What the bank did, which one person writes down. */
export const RECORDS = ['CARD_PAYMENT', 'SUSPENSE'] as const;
export type FundDo = (typeof PROPOSALS)[number] | (typeof RECORDS)[number] | 'EXPORT';
const DO = Object.fromEntries([...PROPOSALS, ...RECORDS, 'EXPORT'].map((each) => [each, each])) as Record<
  FundDo,
  FundDo
>;

/** How far back the course of a fund goes. */
export const CourseRange = { DAYS_30: 'DAYS_30', MONTHS_12: 'MONTHS_12', YEARS_3: 'YEARS_3' } as const;
export type CourseRange = (typeof CourseRange)[keyof typeof CourseRange] | 'DAYS_90';

/** What the course of a fund can show. */
export const Series = {
  available: 'available',
  held: 'held',
  captured: 'captured',
  refunded: 'refunded',
  committedNotPaid: 'committedNotPaid',
  shortfall: 'shortfall',
  pool: 'pool',
  bank: 'bank',
} as const;
export type Series = (typeof Series)[keyof typeof Series];

const fundShape = {
  ...keysetParams,
  part: one(FundPart),
  do: one(DO),
  range: one(CourseRange),
  series: many(Series),
  table: flag,
  kinds: many(LedgerEntryKind),
  from: day,
  to: day,
  organization: text,
  hold: text,
  reference: text,
  allocation: text,
  holds: many(FundHoldState),
  orders: many(FundOrderKind),
  states: many(FundOrderState),
};
export type FundSearch = SearchOf<typeof fundShape>;
/** Part, filters, pages and the dialog are in the address: they can be linked to, and the back button works. */
export const fundPageSearch = searchShape(fundShape);

const orderListShape = {
  ...keysetParams,
  all: flag,
  fund: text,
  kinds: many(FundOrderKind),
  states: many(FundOrderState),
};
export type OrderListSearch = SearchOf<typeof orderListShape>;
export const orderListSearch = searchShape(orderListShape);

const OrderDo = { APPROVE: 'APPROVE', REFUSE: 'REFUSE', WITHDRAW: 'WITHDRAW' } as const;
export const orderPageSearch = searchShape({ do: one(OrderDo) });

const programListShape = { ...keysetParams, fund: text, states: many(TestPurchaseProgramState) };
export const programListSearch = searchShape(programListShape);
export const programPageSearch = searchShape({ do: one(TestPurchaseProgramStep) });
