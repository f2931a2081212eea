import { keysetParams } from '@/lib/keyset';
import { one, searchShape } from '@/lib/search-params';

export const NotificationView = { all: 'all', unread: 'unread', archived: 'archived' } as const;
export type NotificationView = (typeof NotificationView)[keyof typeof NotificationView];

export const notificationSearch = searchShape({ ...keysetParams, box: one(NotificationView) });

/** The address as the query's variables. */
export function notificationFilter(view: NotificationView) {
  switch (view) {
    case 'all':
      return {};
    case 'unread':
      return { unread: true };
    case 'archived':
      return { archived: true };
  }
}
