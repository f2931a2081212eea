import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimeZone } from './viewer';

/** Dates, numbers and money as the reader's language and time zone write them; everything goes through Intl. */
export interface Formats {
  /** A calendar day near by, such as a deadline: a `Date` scalar, which has no time zone of its own. */
  day(date: string): string;
  /** A calendar day in the life of something: since when, until when. */
  date(date: string): string;
  dateTime(instant: string): string;
  /** Short form for dense lists: the time today, the day this year, else the date. */
  moment(instant: string): string;
  relative(instant: string, now?: number): string;
  number(value: number): string;
  money(value: { amount: string; currency: string }): string;
  country(code: string): string;
  /** Names beside each other, without an "and". */
  list(parts: readonly string[]): string;
  /** What something is about: "Revoke: Orvelline". */
  labelled(label: string, value: string): string;
}

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

// British order reads the same for everybody: Fri 27 Feb.
export const tagOf = (locale: string) => (locale === 'en' ? 'en-GB' : 'zh-Hans-CN');

const WAITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/** How long to wait, rounded up so that nobody comes too early: "in 3 minutes". */
export function waitText(seconds: number, locale: string): string {
  const [unit, size] = WAITS.find(([, length]) => seconds >= length) ?? ['second' as const, 1];
  return new Intl.RelativeTimeFormat(tagOf(locale)).format(Math.ceil(seconds / size), unit);
}

function createFormats(locale: string, timeZone: string): Formats {
  const tag = tagOf(locale);
  const day = new Intl.DateTimeFormat(tag, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
  const dayOfYear = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const full = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const short = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', timeZone });
  const date = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric', timeZone });
  const time = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  const year = new Intl.DateTimeFormat('en', { year: 'numeric', timeZone });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto', style: 'short' });
  const number = new Intl.NumberFormat(tag);
  const regions = new Intl.DisplayNames([tag], { type: 'region' });
  return {
    day: (value) => {
      const at = new Date(`${value}T00:00:00Z`);
      const format = Math.abs(at.getTime() - Date.now()) > 300 * 86_400_000 ? dayOfYear : day;
      return format.format(at).replace(',', '');
    },
    date: (value) => dayOfYear.format(new Date(`${value}T00:00:00Z`)),
    dateTime: (value) => full.format(new Date(value)),
    moment: (value) => {
      const at = new Date(value);
      const now = new Date();
      if (full.format(at).slice(0, -6) === full.format(now).slice(0, -6)) return time.format(at);
      return (year.format(at) === year.format(now) ? short : date).format(at);
    },
    relative: (value, now = Date.now()) => {
      const elapsed = new Date(value).getTime() - now;
      const [unit, size] = UNITS.find(([, length]) => Math.abs(elapsed) >= length) ?? ['minute' as const, 60_000];
      return relative.format(Math.round(elapsed / size), unit);
    },
    number: (value) => number.format(value),
    money: ({ amount, currency }) =>
      new Intl.NumberFormat(tag, { style: 'currency', currency, currencyDisplay: 'code' }).format(
        amount as Intl.StringNumericLiteral,
      ),
    country: (code) => regions.of(code) ?? code,
    list: (parts) => parts.join(locale === 'en' ? ', ' : '、'),
    labelled: (label, value) => `${label}${locale === 'en' ? ': ' : '：'}${value}`,
  };
}

export function useFormats(): Formats {
  const { i18n } = useTranslation();
  const timeZone = useTimeZone();
  return useMemo(() => createFormats(i18n.language, timeZone), [i18n.language, timeZone]);
}
