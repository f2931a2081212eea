import type { StaleLists } from '@/lib/cache';

const LISTS = ['purchases', 'purchaseCounts'] as const;
/** What shows money, once some has moved; the holds of an allocation are read as a node. */
const MONEY = ['funds', 'fund', 'fundAllocations', 'node'] as const;

/** After which changes which lists are read again. */
export default {
  requestPurchase: [...LISTS, 'fundAllocations', 'lead'],
  approvePurchase: [...LISTS, ...MONEY],
  rejectPurchase: [...LISTS, ...MONEY],
  cancelPurchase: [...LISTS, ...MONEY],
  assignPurchase: LISTS,
  reassignPurchaseBuyer: LISTS,
  askPurchaseTopUp: LISTS,
  approvePurchaseTopUp: [...LISTS, ...MONEY],
  refusePurchaseTopUp: LISTS,
  orderPurchase: [...LISTS, ...MONEY],
  shipPurchase: LISTS,
  receivePurchase: [...LISTS, 'lead'],
  failPurchase: LISTS,
  waivePurchaseRefund: LISTS,
  handOverPurchase: LISTS,
  resolvePurchaseClash: ['purchaseClashes', ...LISTS],
} satisfies StaleLists;
