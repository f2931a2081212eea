import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from '@/features/partners/partner-tabs.module.css';
import { useViewer } from '@/lib/viewer';
import { keepsWatchList } from './rights';

const TABS = [
  { to: '/screening', label: 'tabs.queue' },
  { to: '/screening/studio', label: 'tabs.studio' },
  { to: '/screening/figures', label: 'tabs.figures' },
  { to: '/screening/sellers', label: 'tabs.sellers' },
] as const;

/** The parts of screening, each with an address of its own. */
export function ScreeningTabs() {
  const { t } = useTranslation('screening');
  const watches = keepsWatchList(useViewer());
  return (
    <nav className={classes.tabs} aria-label={t('title')}>
      {TABS.filter(({ to }) => watches || to !== '/screening/sellers').map(({ to, label }) => (
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
