import { useTranslation } from 'react-i18next';
import type { CoursePointFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import type { Series } from './fund-search';
import classes from './funds.module.css';

interface CourseTableProps {
  points: readonly CoursePointFragment[];
  series: readonly Series[];
}

/** The course in words and numbers, the latest day first. */
export function CourseTable({ points, series }: CourseTableProps) {
  const { t } = useTranslation('funds');
  const { date, money } = useFormats();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what moves sideways has to be reached by the keys
    <section className={classes.scroll} aria-label={t('course.asTable')} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('course.on')}</th>
            {series.map((each) => (
              <th key={each} scope="col" data-align="end">
                {t(`figures.${each}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.toReversed().map((point) => (
            <tr key={point.on}>
              <th scope="row">{date(point.on)}</th>
              {series.map((each) => (
                <td key={each} data-align="end">
                  {money(point[each])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
