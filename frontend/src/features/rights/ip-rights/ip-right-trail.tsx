import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './ip-right-page.module.css';

/** The way back to the list. */
export function IpRightTrail() {
  const { t } = useTranslation('ipRights');
  return (
    <span className={classes.trail}>
      <Link to="/rights">{t('list.title')}</Link>
      <span aria-hidden> /</span>
    </span>
  );
}
