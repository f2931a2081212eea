import { startOfDay, startOfNextDay } from '@/features/audit/day-range';

/** Parts that a period is cut into. */
const PARTS = 4;

/** The instants between which the parts of a period lie: its first, its last, and those between. */
export function cuts(from: string, to: string, timeZone: string): string[] {
  const [begin, end] = [Date.parse(startOfDay(from, timeZone)), Date.parse(startOfNextDay(to, timeZone))];
  return Array.from({ length: PARTS + 1 }, (_, part) =>
    new Date(Math.round(begin + ((end - begin) * part) / PARTS)).toISOString(),
  );
}
