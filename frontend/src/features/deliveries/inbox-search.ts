import { keysetParams } from '@/lib/keyset';
import { ids, one, searchShape, text } from '@/lib/search-params';

export const InboxView = {
  due: 'due',
  overdue: 'overdue',
  answered: 'answered',
  expired: 'expired',
  triage: 'triage',
} as const;
export type InboxView = (typeof InboxView)[keyof typeof InboxView];

const shape = { ...keysetParams, view: one(InboxView), brands: ids, selected: text, saved: text };

export const inboxSearch = searchShape(shape);

/** The address as the query's variables; `triage` lists leads, not deliveries. */
export function deliveryFilter(view: Exclude<InboxView, 'triage'>, recipientId?: string, brandIds?: string[]) {
  switch (view) {
    case 'due':
      return { open: true, recipientId, brandIds };
    case 'overdue':
      return { overdue: true, recipientId, brandIds };
    case 'answered':
      return { states: ['ANSWERED' as const], recipientId, brandIds };
    case 'expired':
      return { states: ['EXPIRED' as const], recipientId, brandIds };
  }
}

/** A saved view's words as the address: the inbox's own view that says the same, and the brands. */
export function inboxSearchOf(filter: unknown) {
  const { states: kept, overdue, brandIds } = filter as Record<string, unknown>;
  const states = Array.isArray(kept) ? kept : [];
  const view = overdue
    ? InboxView.overdue
    : states.includes('ANSWERED')
      ? InboxView.answered
      : states.includes('EXPIRED')
        ? InboxView.expired
        : InboxView.due;
  return { view, brands: ids(brandIds) };
}

/** What waits is sorted by deadline; what is done, latest first. */
export function deliveryOrder(view: InboxView) {
  return view === 'answered'
    ? ({ field: 'CREATED_AT', direction: 'DESC' } as const)
    : ({ field: 'DUE_AT', direction: 'ASC' } as const);
}
