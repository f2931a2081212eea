import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { ScreeningFindingFragment } from '@/gql/graphql';
import type en from '@/locales/en';
import classes from './screening.module.css';
import { useShares } from './screening-words';

graphql(`
  fragment ScreeningFinding on ScreeningFinding {
    signal
    words
    field
    strength
    weight
  }
`);

type Signal = keyof typeof en.screening.signals;
type Field = keyof typeof en.screening.fieldsOfListing;

/** The heaviest first; where every score begins comes last. */
function inOrder(findings: readonly ScreeningFindingFragment[]) {
  const last = ({ signal }: ScreeningFindingFragment) => Number(signal === 'base');
  return findings.toSorted((one, other) => last(one) - last(other) || Math.abs(other.weight) - Math.abs(one.weight));
}

/** Why a score is what it is: each sign, its words and what it adds. */
export function Findings({ findings }: { findings: readonly ScreeningFindingFragment[] }) {
  const { t, i18n } = useTranslation('screening');
  const { weight: written } = useShares();
  const most = Math.max(0.01, ...findings.map(({ weight }) => Math.abs(weight)));
  const nameOf = (signal: string) =>
    i18n.exists(`screening:signals.${signal}`) ? t(`signals.${signal as Signal}`) : signal;
  if (findings.length === 0) return <p className={classes.dimmed}>{t('why.nothing')}</p>;
  return (
    <table className={classes.table} aria-label={t('why.title')}>
      <thead>
        <tr>
          <th scope="col">{t('why.sign')}</th>
          <th scope="col">{t('why.words')}</th>
          <th scope="col" data-align="end">
            {t('why.weight')}
          </th>
        </tr>
      </thead>
      <tbody>
        {inOrder(findings).map(({ signal, words, field, weight }) => (
          <tr key={`${signal}${field ?? ''}${words}`}>
            <th scope="row">{nameOf(signal)}</th>
            <td>
              {words}
              {field ? <span className={classes.dimmed}> · {t(`fieldsOfListing.${field as Field}`)}</span> : null}
            </td>
            <td data-align="end">
              <span className={classes.weight}>
                {written(weight)}
                <span className={classes.weighs} aria-hidden>
                  <span
                    data-speaks={weight < 0 ? 'against' : 'for'}
                    style={{ width: `${(Math.abs(weight) / most) * 100}%` }}
                  />
                </span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
