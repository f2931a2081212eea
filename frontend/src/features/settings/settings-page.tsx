import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/ui/page-header';
import classes from './settings-page.module.css';

const TABS = ['profile', 'security', 'notifications', 'calendar'] as const;

/** What one sets up for oneself, each part with an address of its own. */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  return (
    <>
      <PageHeader title={t('title')} />
      <nav className={classes.tabs} aria-label={t('title')}>
        {TABS.map((tab) => (
          <Link key={tab} to={`/settings/${tab}`} className={classes.tab}>
            {t(`tabs.${tab}`)}
          </Link>
        ))}
      </nav>
      <Outlet />
    </>
  );
}
