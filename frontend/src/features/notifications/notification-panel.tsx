import { Anchor, Skeleton, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { useLiveRefresh } from '@/lib/live';
import { ShortFailure } from '@/ui/short-failure';
import { MarkAllRead } from './mark-all-read';
import { NotificationItem } from './notification-item';
import classes from './notifications.module.css';

const LatestNotifications = graphql(`
  query LatestNotifications {
    notifications(first: 12) {
      nodes {
        ...NotificationItem
      }
    }
  }
`);

interface NotificationPanelProps {
  signal: string | undefined;
  onClose: () => void;
}

/** The latest, under the bell. */
export default function NotificationPanel({ signal, onClose }: NotificationPanelProps) {
  const { t } = useTranslation('notifications');
  const [{ data, error }, reload] = useQuery({ query: LatestNotifications });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  useLiveRefresh(signal, refresh);
  const nodes = data?.notifications.nodes;
  return (
    <section className={classes.panel} aria-label={t('title')} aria-busy={!nodes && !error}>
      <header className={classes.head}>
        <h2 className={classes.title}>{t('title')}</h2>
        <MarkAllRead onDone={refresh} />
      </header>
      {nodes ? (
        nodes.length > 0 ? (
          <ul className={classes.list}>
            {nodes.map((each) => (
              <NotificationItem key={each.id} notification={each} onFollow={onClose} />
            ))}
          </ul>
        ) : (
          <Text size="sm" c="dimmed" p="md" ta="center">
            {t('empty')}
          </Text>
        )
      ) : error ? (
        <ShortFailure error={error} retry={refresh} />
      ) : (
        <Stack gap="sm" p="md">
          {[70, 85, 60].map((width) => (
            <Skeleton key={width} h={12} w={`${width}%`} />
          ))}
        </Stack>
      )}
      <footer className={classes.foot}>
        <Anchor size="sm" renderRoot={(props) => <Link to="/notifications" {...props} onClick={onClose} />}>
          {t('all')}
        </Anchor>
        <Anchor size="sm" renderRoot={(props) => <Link to="/settings/notifications" {...props} onClick={onClose} />}>
          {t('choose')}
        </Anchor>
      </footer>
    </section>
  );
}
