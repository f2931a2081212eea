import type { StaleLists } from '@/lib/cache';

/** After which changes which lists are read again. */
export default {
  markNotificationRead: ['notifications', 'unreadNotifications'],
  markAllNotificationsRead: ['notifications', 'unreadNotifications'],
  archiveNotification: ['notifications', 'unreadNotifications'],
  setNotificationPreference: ['notificationPreferences'],
  resetNotificationPreferences: ['notificationPreferences'],
  muteLead: ['notificationMutes'],
  unmuteLead: ['notificationMutes'],
} satisfies StaleLists;
