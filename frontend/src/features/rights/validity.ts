/** The last day of a year that starts on `day`. */
export function yearFrom(day: string): string {
  const last = new Date(`${day}T00:00:00Z`);
  last.setUTCFullYear(last.getUTCFullYear() + 1);
  last.setUTCDate(last.getUTCDate() - 1);
  return last.toISOString().slice(0, 10);
}
