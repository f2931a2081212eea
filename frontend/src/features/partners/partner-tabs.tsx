import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import classes from './partner-tabs.module.css';

/** The parts of what partners' programs do here, each with an address of its own; one alone needs no tabs. */
const TABS = [
  { to: '/partners', label: 'tabs.accounts', action: 'SERVICE_ACCOUNT_MANAGE' },
  { to: '/partners/ingest', label: 'tabs.ingest', action: 'LEAD_CREATE' },
  // What may be asked, everybody may read.
  { to: '/partners/api', label: 'tabs.api', action: null },
] as const;

export function PartnerTabs() {
  const { t } = useTranslation('partners');
  const viewer = useViewer();
  const shown = TABS.filter(({ action }) => action === null || may(viewer, action));
  if (shown.length < 2) return null;
  return (
    <nav className={classes.tabs} aria-label={t('title')}>
      {shown.map(({ to, label }) => (
        <Link
          key={to}
          to={to}
          search={{}}
          className={classes.tab}
          activeOptions={{ exact: true, includeSearch: false }}
        >
          {t(label)}
        </Link>
      ))}
    </nav>
  );
}
