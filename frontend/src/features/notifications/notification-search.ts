import { keysetParams } from '@/lib/keyset';
import { many, one, searchShape } from '@/lib/search-params';

/** What notifications are about, in the order of the navigation. */
export const Topic = {
  leads: 'leads',
  matches: 'matches',
  referrals: 'referrals',
  actions: 'actions',
  purchases: 'purchases',
  samples: 'samples',
  funds: 'funds',
  service: 'service',
} as const;
export type Topic = (typeof Topic)[keyof typeof Topic];

export const NotificationView = { all: 'all', unread: 'unread', archived: 'archived' } as const;
export type NotificationView = (typeof NotificationView)[keyof typeof NotificationView];

export const notificationSearch = searchShape({ ...keysetParams, box: one(NotificationView), topics: many(Topic) });
