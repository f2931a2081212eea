import { isDay } from '@/lib/day';
import { flag, one, searchShape } from '@/lib/search-params';

export const CalendarView = { month: 'month', week: 'week' } as const;
export type CalendarView = (typeof CalendarView)[keyof typeof CalendarView];

const day = (raw: unknown) => (typeof raw === 'string' && isDay(raw) ? raw : undefined);

export const calendarSearch = searchShape({ range: one(CalendarView), day, mine: flag });
export const boardSearch = searchShape({ mine: flag });
