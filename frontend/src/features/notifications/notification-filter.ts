import type { NotificationFilter } from '@/gql/graphql';
import type { NotificationView, Topic } from './notification-search';
import { kindsOf } from './topics';

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
