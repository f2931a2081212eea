/** Days of the calendar as the graph writes them: `2026-02-27`, without a time zone. */

export function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** Today. Validity is counted in UTC, so today is UTC's. */
export function today(now = new Date()): string {
  return now.toISOString().slice(0, 10);
}

/** The day that it is in a time zone. */
export function todayIn(timeZone: string, now = new Date()): string {
  // Canada writes days as ISO 8601 does.
  return new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).format(now);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const YEAR_FIRST = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;
const DAY_FIRST = /^(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4})$/;
const MONTH_NAMED = /^(\d{1,2})\.?\s*([a-z]{3})[a-z]*\.?,?\s*(\d{4})$/i;

/** What somebody typed, as a day: the portal's own ways to write one, and ISO. A day stands before its month. */
export function parseDay(typed: string): string | null {
  const text = typed.trim();
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return dayOf(yearFirst[1], yearFirst[2], yearFirst[3]);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return dayOf(dayFirst[3], dayFirst[2], dayFirst[1]);
  const named = MONTH_NAMED.exec(text);
  if (!named) return null;
  const month = MONTHS.indexOf(named[2]?.toLowerCase() ?? '') + 1;
  return dayOf(named[3], String(month), named[1]);
}

function dayOf(year = '', month = '', day = ''): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : null;
}

/** The moment at which a last day is over; what it was where nobody touched the day, nothing where there is none. */
export function endOf(day: string, was?: string | null): string | undefined {
  if (!day) return undefined;
  return was && lastDayOf(was) === day ? was : `${day}T23:59:59Z`;
}

/** The last day of what ends at a moment. */
export function lastDayOf(moment: string): string {
  return moment.slice(0, 10);
}

/** So many days later; earlier where `days` is negative. */
export function addDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
