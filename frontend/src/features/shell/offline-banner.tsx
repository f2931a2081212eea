import { IconCloudOff } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { graphql } from '@/gql';
import { useReachable } from '@/lib/connection';
import classes from './shell.module.css';

const Ping = graphql(`
  query Ping {
    viewer {
      person {
        id
      }
    }
  }
`);

const RETRY_MS = 4_000;

/** While the server does not answer: says so, asks again, and has every open list read again afterwards. */
export function OfflineBanner() {
  const { t } = useTranslation('shell');
  const reachable = useReachable();
  const client = useClient();
  const wasLost = useRef(false);

  useEffect(() => {
    if (reachable) {
      if (wasLost.current) window.dispatchEvent(new Event('touchstone:reconnected'));
      wasLost.current = false;
      return;
    }
    wasLost.current = true;
    const timer = setInterval(
      () => void client.query(Ping, {}, { requestPolicy: 'network-only' }).toPromise(),
      RETRY_MS,
    );
    return () => clearInterval(timer);
  }, [reachable, client]);

  return (
    <div role="status" aria-live="polite" className={classes.status}>
      {reachable ? null : (
        <div className={classes.banner}>
          <IconCloudOff size={16} aria-hidden />
          {t('offline')}
        </div>
      )}
    </div>
  );
}
