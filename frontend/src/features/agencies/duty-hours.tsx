import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Weekday } from '@/gql/graphql';
import { tagOf, useFormats } from '@/lib/format';
import classes from './agencies.module.css';
import { hoursTogether, runsOf, WEEK } from './agency-form';

/** 1 January 2024 was a Monday. */
const dayAt = (day: Weekday) => new Date(Date.UTC(2024, 0, 1 + WEEK.indexOf(day)));

/** The days of the week in the reader's language. */
export function useWeekdays(width: 'short' | 'long' = 'short') {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(tagOf(i18n.language), { weekday: width, timeZone: 'UTC' });
    return (day: Weekday) => format.format(dayAt(day));
  }, [i18n.language, width]);
}

interface DutyHoursProps {
  hours: readonly { day: Weekday; from: string; to: string }[];
}

/** When somebody is there: the days that have the same hours in one line. */
export function DutyHours({ hours }: DutyHoursProps) {
  const weekday = useWeekdays();
  const { list } = useFormats();
  return (
    <ul className={classes.hours}>
      {hoursTogether(hours).map(({ days, from, to }) => (
        <li key={`${from}-${to}`}>
          {list(
            runsOf(days).map(([first, last]) =>
              first === last ? weekday(first) : `${weekday(first)}–${weekday(last)}`,
            ),
          )}
          {' · '}
          {`${from}–${to}`}
        </li>
      ))}
    </ul>
  );
}
