import { useTranslation } from 'react-i18next';
import type { Tlp } from '@/gql/graphql';
import classes from './tlp-badge.module.css';

/** The label text of the TLP 2.0 standard. It is never translated. */
export const TLP_TEXT: Record<Tlp, string> = {
  CLEAR: 'TLP:CLEAR',
  GREEN: 'TLP:GREEN',
  AMBER: 'TLP:AMBER',
  AMBER_STRICT: 'TLP:AMBER+STRICT',
  RED: 'TLP:RED',
};

/** Colours of the standard: coloured letters on black, in both themes. */
export function TlpBadge({ tlp }: { tlp: Tlp }) {
  const { t } = useTranslation();
  return (
    <span className={classes.root} data-tlp={tlp} title={t(`tlp.${tlp}`)}>
      {TLP_TEXT[tlp]}
    </span>
  );
}
