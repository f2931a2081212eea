import { useTranslation } from 'react-i18next';
import { SubjectKind } from '@/gql/graphql';
import classes from './network.module.css';
import type { Network } from './network-graph';
import { SYMBOLS } from './symbols';

/** What the forms and lines of the picture mean; only those that are in it. */
export function NetworkLegend({ network }: { network: Network }) {
  const { t } = useTranslation('subjects');
  const kinds = Object.values(SubjectKind).filter((kind) => network.subjects.some((each) => each.kind === kind));
  return (
    <ul className={classes.legend} aria-label={t('network.legend')}>
      {kinds.map((kind) => (
        <li key={kind}>
          <svg width="14" height="14" viewBox="0 0 24 24" aria-hidden="true" data-kind={kind}>
            <path d={SYMBOLS[kind]} />
          </svg>
          {t(`kinds.${kind}`)}
        </li>
      ))}
      <li>
        <svg width="14" height="14" viewBox="0 0 24 24" aria-hidden="true">
          <circle cx="12" cy="12" r="6" />
        </svg>
        {t('network.sharedLegend')}
      </li>
      <li>
        <svg width="20" height="14" viewBox="0 0 34 24" aria-hidden="true">
          <path d="M0 11H24V5L34 12L24 19V13H0Z" />
        </svg>
        {t('network.link')}
      </li>
      <li>{t('network.select')}</li>
    </ul>
  );
}
