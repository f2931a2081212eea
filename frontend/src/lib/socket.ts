import { createClient } from 'graphql-ws';
import { GRAPHQL_URL } from './browser-session';
import { reportReachable } from './connection';
import type { Session } from './session';

/** Carries subscriptions; opened by the first, and taken up again for as long as somebody is signed in. */
export function createSocket(session: Session) {
  return createClient({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${GRAPHQL_URL}`,
    lazy: true,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => session.status() === 'authenticated',
    connectionParams: async () => {
      if (session.expiresSoon) await session.refresh();
      return session.token ? { authorization: `Bearer ${session.token}` } : {};
    },
    on: { connected: () => reportReachable(true) },
  });
}
