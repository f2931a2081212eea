import { createFileRoute } from '@tanstack/react-router';
import { NotificationListPage } from '@/features/notifications/notification-list-page';
import { notificationSearch } from '@/features/notifications/notification-search';

export const Route = createFileRoute('/_app/notifications')({
  validateSearch: notificationSearch,
  component: NotificationListPage,
});
