import { addDays } from '@/lib/day';
import type { CalendarView } from './planning-search';

const LENGTHS: Record<CalendarView, number> = { month: 42, week: 7 };

/** 0 for a Monday. */
function weekday(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

const mondayOf = (day: string) => addDays(day, -weekday(day));

/** The days that a view shows, from a Monday on: one week, or six around a month. */
export function daysOf(view: CalendarView, day: string): string[] {
  const first = mondayOf(view === 'month' ? `${day.slice(0, 7)}-01` : day);
  return Array.from({ length: LENGTHS[view] }, (_, at) => addDays(first, at));
}

/** The day by which the view before or after is known. */
export function stepped(view: CalendarView, day: string, by: 1 | -1): string {
  if (view === 'week') return addDays(day, 7 * by);
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + by, 1)).toISOString().slice(0, 10);
}

/** Moments between which everything is due that is due on these days, in whatever time zone. */
export function span(days: readonly string[]): { dueFrom: string; dueTo: string } {
  const [first = ''] = days;
  const last = days.at(-1) ?? first;
  return { dueFrom: `${addDays(first, -1)}T00:00:00Z`, dueTo: `${addDays(last, 3)}T00:00:00Z` };
}
