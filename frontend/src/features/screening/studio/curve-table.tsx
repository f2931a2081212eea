import { useTranslation } from 'react-i18next';
import type { CurvePlaceFragment } from '@/gql/graphql';
import classes from '../screening.module.css';
import { useShares } from '../screening-words';
import { useToldShare } from '../told-share';

/** The curve in words and numbers. */
export function CurveTable({ places }: { places: readonly CurvePlaceFragment[] }) {
  const { t } = useTranslation('screening');
  const { score } = useShares();
  const told = useToldShare();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what moves sideways has to be reached by the keys
    <section className={classes.scroll} aria-label={t('curve.asTable')} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('fields.threshold')}</th>
            <th scope="col" data-align="end">
              {t('curve.precision')}
            </th>
            <th scope="col" data-align="end">
              {t('curve.recall')}
            </th>
          </tr>
        </thead>
        <tbody>
          {places.map(({ threshold, precision, recall }) => (
            <tr key={threshold}>
              <th scope="row">{score(threshold)}</th>
              <td data-align="end">{told(precision)}</td>
              <td data-align="end">{told(recall)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
