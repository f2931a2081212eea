/** Today as a `Date` scalar. Validity is counted in UTC, so today is UTC's. */
export function today(now = new Date()): string {
  return now.toISOString().slice(0, 10);
}

/** The last day of a year that starts on `day`. */
export function yearFrom(day: string): string {
  const last = new Date(`${day}T00:00:00Z`);
  last.setUTCFullYear(last.getUTCFullYear() + 1);
  last.setUTCDate(last.getUTCDate() - 1);
  return last.toISOString().slice(0, 10);
}
