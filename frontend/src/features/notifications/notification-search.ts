import type { NotificationFilter } from '@/gql/graphql';
import { keysetParams } from '@/lib/keyset';
import { many, one, searchShape } from '@/lib/search-params';
import { kindsOf, Topic } from './topics';

export const NotificationView = { all: 'all', unread: 'unread', archived: 'archived' } as const;
export type NotificationView = (typeof NotificationView)[keyof typeof NotificationView];

export const notificationSearch = searchShape({ ...keysetParams, box: one(NotificationView), topics: many(Topic) });

function ofView(view: NotificationView): NotificationFilter {
  switch (view) {
    case 'all':
      return {};
    case 'unread':
      return { unread: true };
    case 'archived':
      return { archived: true };
  }
}

/** The address as the query's variables. */
export function notificationFilter(view: NotificationView, topics: readonly Topic[] | undefined): NotificationFilter {
  return topics ? { ...ofView(view), kinds: kindsOf(topics) } : ofView(view);
}
