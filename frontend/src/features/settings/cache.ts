import type { StaleLists } from '@/lib/cache';

/** After which changes which lists are read again. */
export default {
  createCalendarFeed: ['calendarFeed'],
  revokeCalendarFeed: ['calendarFeed'],
} satisfies StaleLists;
