import { useTranslation } from 'react-i18next';
import type { StudioPackFragment } from '@/gql/graphql';
import classes from './studio.module.css';

interface PackTextProps {
  pack: StudioPackFragment;
  /** What it is called. */
  label: string;
}

/** Rules as they were written. */
export function PackText({ pack, label }: PackTextProps) {
  const { t } = useTranslation('screening');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what moves sideways has to be reached by the keys
    <section className={classes.source} aria-label={label} tabIndex={0}>
      <pre>{pack.rules || t('rules.blank')}</pre>
    </section>
  );
}
