import { ActionIcon, Popover } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { useLiveRefresh } from '@/lib/live';
import { useNotificationActivity } from './notification-feed';
import classes from './notifications.module.css';

const NotificationPanel = lazy(() => import('./notification-panel'));

const UnreadCount = graphql(`
  query UnreadCount {
    unreadNotifications
  }
`);

const MOST = 99;

/** How much is unread, live; a panel of the latest on a desk, the page of all on a phone. */
export default function Bell({ phone }: { phone: boolean }) {
  const { t } = useTranslation('notifications');
  const [open, setOpen] = useState(false);
  const [{ data }, reload] = useQuery({ query: UnreadCount });
  const signal = useNotificationActivity();
  useLiveRefresh(signal, () => reload({ requestPolicy: 'network-only' }));
  const unread = data?.unreadNotifications ?? 0;
  const label = unread > 0 ? t('bell.unread', { count: unread }) : t('bell.none');
  const face = (
    <>
      <IconBell size={17} aria-hidden />
      {unread > 0 ? (
        <span className={classes.badge} aria-hidden>
          {unread > MOST ? `${MOST}+` : unread}
        </span>
      ) : null}
    </>
  );
  const look = { variant: 'subtle', color: 'gray', size: 'lg', 'aria-label': label, className: classes.bell } as const;
  if (phone) {
    return (
      <ActionIcon component={Link} to="/notifications" {...look}>
        {face}
      </ActionIcon>
    );
  }
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" width={400} shadow="md" withinPortal trapFocus>
      <Popover.Target>
        <ActionIcon {...look} title={t('title')} onClick={() => setOpen(!open)}>
          {face}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('title')}>
        <Suspense fallback={<div className={classes.panel} aria-busy />}>
          {open ? <NotificationPanel signal={signal} onClose={() => setOpen(false)} /> : null}
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
