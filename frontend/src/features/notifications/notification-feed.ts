import { useEffect, useState } from 'react';
import { useSubscription } from 'urql';
import { graphql } from '@/gql';

const NotificationFeed = graphql(`
  subscription NotificationFeed {
    notificationActivity {
      unread
      notification {
        id
      }
    }
  }
`);

const AGAIN_MS = 3_000;

/** A signal that changes with everything that happens to one's notifications; a broken stream counts as one too. */
export function useNotificationActivity(): string | undefined {
  const [{ data, error }, subscribe] = useSubscription({ query: NotificationFeed });
  const [breaks, setBreaks] = useState(0);
  useEffect(() => {
    if (!error) return;
    const timer = setTimeout(() => {
      setBreaks((count) => count + 1);
      subscribe();
    }, AGAIN_MS);
    return () => clearTimeout(timer);
  }, [error, subscribe]);
  const latest = data?.notificationActivity;
  if (!latest && breaks === 0) return undefined;
  return `${latest?.notification?.id ?? ''}#${latest?.unread ?? ''}#${breaks}`;
}
