import { useTranslation } from 'react-i18next';
import type { StudioPackFragment } from '@/gql/graphql';
import classes from './studio.module.css';

/** Rules as they were written. */
export function PackText({ pack }: { pack: StudioPackFragment }) {
  const { t } = useTranslation('screening');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what moves sideways has to be reached by the keys
    <section className={classes.source} aria-label={t('rules.asWritten', { number: pack.number })} tabIndex={0}>
      <pre>{pack.rules || t('rules.blank')}</pre>
    </section>
  );
}
