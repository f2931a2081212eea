import { type PointerEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoursePointFragment } from '@/gql/graphql';
import { tagOf, useFormats } from '@/lib/format';
import classes from './course-chart.module.css';
import { roundTop, stepPath } from './course-scale';
import type { Series } from './fund-search';
import { decimalOf, minorOf, placesOf } from './minor';

interface CourseChartProps {
  points: readonly CoursePointFragment[];
  series: readonly Series[];
}

const [WIDTH, HEIGHT] = [1000, 200];

/** What stood at the end of each day, as lines; what is pointed at is told below. The table beside it says all of it. */
export default function CourseChart({ points, series }: CourseChartProps) {
  const { t, i18n } = useTranslation('funds');
  const { date, labelled, list, money } = useFormats();
  const [pointed, setPointed] = useState<number | null>(null);
  const lines = series.map((each) => ({ each, values: points.map((point) => minorOf(point[each])) }));
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return <p>{t('course.empty')}</p>;
  const most = lines.flatMap(({ values }) => values).reduce((one, other) => (one > other ? one : other), 0n);
  const top = roundTop(most);
  const places = placesOf(first.available);
  const compact = new Intl.NumberFormat(tagOf(i18n.language), { notation: 'compact' });
  const tick = (minor: bigint) => compact.format(decimalOf(minor, places) as Intl.StringNumericLiteral);
  const told = points[pointed ?? points.length - 1] ?? last;
  const point = ({ clientX, currentTarget }: PointerEvent<HTMLDivElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const place = Math.round(((clientX - left) / Math.max(1, width)) * (points.length - 1));
    setPointed(Math.min(points.length - 1, Math.max(0, place)));
  };
  const at = pointed === null ? null : (WIDTH * pointed) / Math.max(1, points.length - 1);
  const summary = list(series.map((each) => labelled(t(`figures.${each}`), money(last[each]))));
  return (
    <>
      <div className={classes.chart}>
        <div className={classes.scale} aria-hidden>
          {[top, top / 2n, 0n].map((minor) => (
            <span key={String(minor)}>{tick(minor)}</span>
          ))}
        </div>
        <div className={classes.plot} onPointerMove={point} onPointerLeave={() => setPointed(null)}>
          <svg
            viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
            preserveAspectRatio="none"
            role="img"
            aria-label={t('course.picturedAs', { from: date(first.on), to: date(last.on), summary })}
          >
            {[0, 0.5, 1].map((part) => (
              <line key={part} className={classes.grid} x1={0} x2={WIDTH} y1={HEIGHT * part} y2={HEIGHT * part} />
            ))}
            {lines.map(({ each, values }) => (
              <path
                key={each}
                className={`${classes.curve} ${classes[each]}`}
                d={stepPath(values, top, WIDTH, HEIGHT)}
              />
            ))}
            {at === null ? null : <line className={classes.pointer} x1={at} x2={at} y1={0} y2={HEIGHT} />}
          </svg>
        </div>
        <div className={classes.days} aria-hidden>
          <span>{date(first.on)}</span>
          <span>{date(last.on)}</span>
        </div>
      </div>
      <p className={classes.told}>
        <span>{date(told.on)}</span>
        {series.map((each) => (
          <span key={each}>
            <span className={`${classes.mark} ${classes[each]}`} aria-hidden />{' '}
            {labelled(t(`figures.${each}`), money(told[each]))}
          </span>
        ))}
      </p>
    </>
  );
}
