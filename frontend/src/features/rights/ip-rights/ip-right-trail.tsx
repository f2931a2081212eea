import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** The way back to the list. */
export function IpRightTrail() {
  const { t } = useTranslation('ipRights');
  return (
    <>
      <Link to="/rights">{t('list.title')}</Link>
      <span aria-hidden> /</span>
    </>
  );
}
