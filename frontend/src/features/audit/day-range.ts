/** From days, which people choose, to instants, which the log holds. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export function startOfDay(day: string, timeZone: string): string {
  return instantOf(Date.parse(`${day}T00:00:00Z`), timeZone);
}

export function startOfNextDay(day: string, timeZone: string): string {
  return instantOf(Date.parse(`${day}T00:00:00Z`) + DAY, timeZone);
}

/** The instant at which the clocks of the zone show `wall`; an hour later where they skip midnight. */
function instantOf(wall: number, timeZone: string): string {
  const guess = wall - offsetAt(wall, timeZone);
  const exact = wall - offsetAt(guess, timeZone);
  return new Date(exact).toISOString();
}

/** How far the zone's clocks are ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - instant;
}
