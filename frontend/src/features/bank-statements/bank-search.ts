import { isDay } from '@/lib/day';
import { keysetParams } from '@/lib/keyset';
import { flag, one, searchShape, text } from '@/lib/search-params';

const day = (raw: unknown) => (typeof raw === 'string' && isDay(raw) ? raw : undefined);

/** The parts of the page beside the matching itself. */
export const BankView = { STATEMENTS: 'STATEMENTS', REPORT: 'REPORT' } as const;
export type BankView = (typeof BankView)[keyof typeof BankView];

/** Which lines are listed: those that are open, unless the address says otherwise. */
export const LineList = {
  SUGGESTED: 'SUGGESTED',
  IN_SUSPENSE: 'IN_SUSPENSE',
  MATCHED: 'MATCHED',
  ALL: 'ALL',
} as const;
export type LineList = (typeof LineList)[keyof typeof LineList] | 'OPEN';
export const LINE_LISTS: readonly LineList[] = ['OPEN', ...Object.values(LineList)];

/** One statement's page: which of its lines, and which page of them. */
export const statementSearch = searchShape({
  ...keysetParams,
  state: one({ OPEN: 'OPEN', IN_SUSPENSE: 'IN_SUSPENSE', MATCHED: 'MATCHED' } as const),
});

/** Part, filters and the dialog are in the address: they can be linked to, and the back button works. */
export const reconciliationSearch = searchShape({
  ...keysetParams,
  side: one(BankView),
  lines: one(LineList),
  statement: text,
  from: day,
  to: day,
  import: flag,
});
