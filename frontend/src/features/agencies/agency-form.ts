import type { AgencyKind, DutyHoursInput, JurisdictionInput } from '@/gql/graphql';
import { Weekday } from '@/gql/graphql';

export interface JurisdictionValues {
  key: string;
  country: string;
  divisionCode: string;
}

/** The same hours on several days: one row on the screen. */
export interface DutyValues {
  key: string;
  days: Weekday[];
  from: string;
  to: string;
}

export interface AgencyValues extends Record<string, unknown> {
  kind: AgencyKind;
  jurisdictions: JurisdictionValues[];
  languages: string[];
  timeZone: string;
  dutyHours: DutyValues[];
  note: string;
}

interface Hours {
  day: Weekday;
  from: string;
  to: string;
}

export const WEEK: readonly Weekday[] = Object.values(Weekday);
const WORKING_DAYS = WEEK.slice(0, 5);

const nextKey = () => crypto.randomUUID();

export const emptyJurisdiction = (country = 'CN'): JurisdictionValues => ({
  key: nextKey(),
  country,
  divisionCode: '',
});
export const emptyHours = (): DutyValues => ({ key: nextKey(), days: [...WORKING_DAYS], from: '09:00', to: '17:00' });

export function jurisdictionsOf(given: readonly { country: string; divisionCode?: string | null }[]) {
  return given.map(({ country, divisionCode }) => ({ key: nextKey(), country, divisionCode: divisionCode ?? '' }));
}

export function jurisdictionsInput(values: readonly JurisdictionValues[]): JurisdictionInput[] {
  return values.map(({ country, divisionCode }) => ({ country, divisionCode: divisionCode.trim() || undefined }));
}

/** Days with the same hours stand together, in the order of the week. */
export function hoursTogether(hours: readonly Hours[]): Omit<DutyValues, 'key'>[] {
  const rows = new Map<string, Omit<DutyValues, 'key'>>();
  const inOrder = [...hours].sort((a, b) => WEEK.indexOf(a.day) - WEEK.indexOf(b.day) || a.from.localeCompare(b.from));
  for (const { day, from, to } of inOrder) {
    const row = rows.get(`${from}-${to}`);
    if (row) row.days.push(day);
    else rows.set(`${from}-${to}`, { days: [day], from, to });
  }
  return [...rows.values()];
}

export function hoursOf(hours: readonly Hours[]): DutyValues[] {
  return hoursTogether(hours).map((row) => ({ key: nextKey(), ...row }));
}

export function hoursInput(values: readonly DutyValues[]): DutyHoursInput[] {
  return values.flatMap(({ days, from, to }) =>
    WEEK.filter((day) => days.includes(day)).map((day) => ({ day, from: clock(from), to: clock(to) })),
  );
}

const CLOCK = /^(\d{1,2})[:：.]?(\d{2})$/;

/** `8:30` and `0830` are written as the server writes them. */
function clock(typed: string): string {
  const [, hour = '', minute = ''] = CLOCK.exec(typed.trim()) ?? [];
  return hour ? `${hour.padStart(2, '0')}:${minute}` : typed.trim();
}

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Whether these hours begin before they end, within one day. */
export function isRange({ from, to }: Pick<DutyValues, 'from' | 'to'>): boolean {
  const [begin, end] = [clock(from), clock(to)];
  const known = [begin, end].every((time) => /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time));
  return known && minutes(begin) < minutes(end);
}

/** Runs of days that follow each other: Monday to Friday is one. */
export function runsOf(days: readonly Weekday[]): [Weekday, Weekday][] {
  const runs: [Weekday, Weekday][] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last && WEEK.indexOf(day) === WEEK.indexOf(last[1]) + 1) last[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}
