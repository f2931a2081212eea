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

const shape = { ...keysetParams, view: one(InboxView), brands: ids, selected: text };

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

/** What waits is sorted by deadline; what is done, latest first. */
export function deliveryOrder(view: InboxView) {
  return view === 'answered'
    ? ({ field: 'CREATED_AT', direction: 'DESC' } as const)
    : ({ field: 'DUE_AT', direction: 'ASC' } as const);
}
