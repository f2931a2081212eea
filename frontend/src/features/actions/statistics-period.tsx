import { Select } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

const DayInput = lazy(() => import('@/ui/day-input'));

const OTHER = 'other';
/** How many years are offered. */
const YEARS = 10;

interface Period {
  from: string;
  to: string;
}

export const yearOf = (year: number | string): Period => ({ from: `${year}-01-01`, to: `${year}-12-31` });

/** The year that a period is, if it is one. */
function asYear({ from, to }: Period): string | null {
  const year = from.slice(0, 4);
  const whole = yearOf(year);
  return whole.from === from && whole.to === to ? year : null;
}

/** A calendar year, which everybody may ask for, or other days. */
export function StatisticsPeriod({
  period,
  thisYear,
  onChange,
}: {
  period: Period;
  thisYear: number;
  onChange: (period: Period) => void;
}) {
  const { t } = useTranslation('actions');
  const [asksOther, setAsksOther] = useState(false);
  const year = asksOther ? null : asYear(period);
  const offered = Array.from({ length: YEARS }, (_, back) => String(thisYear - back));
  if (year && !offered.includes(year)) offered.push(year);
  return (
    <>
      <Select
        size="xs"
        w={140}
        aria-label={t('statistics.period')}
        allowDeselect={false}
        data={[
          ...offered.map((each) => ({ value: each, label: each })),
          { value: OTHER, label: t('statistics.otherPeriod') },
        ]}
        value={year ?? OTHER}
        onChange={(chosen) => {
          setAsksOther(chosen === OTHER);
          if (chosen && chosen !== OTHER) onChange(yearOf(chosen));
        }}
      />
      {year ? null : (
        <Suspense>
          <DayInput
            size="xs"
            w={140}
            aria-label={t('statistics.from')}
            value={period.from}
            max={period.to}
            onChange={(day) => day && onChange({ ...period, from: day })}
          />
          <DayInput
            size="xs"
            w={140}
            aria-label={t('statistics.to')}
            value={period.to}
            min={period.from}
            onChange={(day) => day && onChange({ ...period, to: day })}
          />
        </Suspense>
      )}
    </>
  );
}
