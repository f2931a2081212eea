import type { StaleLists } from '@/lib/cache';

/** What an order waits for; nothing has moved yet. */
const ORDERS = ['fundOrders', 'fundOrder'] as const;
/** What shows how the bank and the ledger agree. */
const BANK = ['bankLines', 'bankStatements', 'bankMatchSuggestions', 'bankReconciliation'] as const;
/** What shows money, once some has moved; the holds of an allocation are read as a node. */
const MONEY = ['funds', 'fund', 'fundAllocations', ...BANK, 'node'] as const;
const PROGRAMS = ['testPurchasePrograms', 'testPurchaseProgram'] as const;

/** After which changes which lists are read again. */
export default {
  createFund: ['funds'],
  createTestPurchaseProgram: ['testPurchasePrograms'],
  updateTestPurchaseProgram: ['testPurchasePrograms'],
  archiveTestPurchaseProgram: [...PROGRAMS, ...MONEY],
  proposeContribution: ORDERS,
  proposeAllocation: ORDERS,
  proposeRecovery: ORDERS,
  proposePayout: ORDERS,
  proposeExchange: ORDERS,
  proposeReversal: ORDERS,
  proposePeriodClose: ORDERS,
  approveFundOrder: [...ORDERS, ...MONEY],
  refuseFundOrder: ORDERS,
  withdrawFundOrder: ORDERS,
  recordCardPayment: MONEY,
  recordRefund: MONEY,
  recordSuspense: MONEY,
  clearSuspense: MONEY,
  explainSuspense: MONEY,
} satisfies StaleLists;
