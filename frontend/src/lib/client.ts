import { Client, type ClientOptions, fetchExchange, type Operation, subscriptionExchange } from '@urql/core';
import { authExchange } from '@urql/exchange-auth';
import { cacheExchange } from '@urql/exchange-graphcache';
import { createClient as createSocket, type SubscribePayload } from 'graphql-ws';
import { CSRF_HEADERS, GRAPHQL_URL } from './browser-session';
import { cacheKeys, cacheUpdates } from './cache';
import { reportReachable } from './connection';
import { asSent, send } from './documents';
import { hasErrorCode } from './errors';
import type { Session } from './session';

function socketUrl() {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${GRAPHQL_URL}`;
}

function withToken(operation: Operation, token: string | null): Operation {
  const options = operation.context.fetchOptions;
  const current = typeof options === 'function' ? options() : (options ?? {});
  const headers = { ...CSRF_HEADERS, ...(token ? { authorization: `Bearer ${token}` } : {}), ...current.headers };
  return { ...operation, context: { ...operation.context, fetchOptions: { ...current, headers } } };
}

/** Tells the offline banner whether the server answers; every request passes through here. */
const watchedFetch: NonNullable<ClientOptions['fetch']> = async (input, init) => {
  try {
    const response = await send(input, JSON.parse(String(init?.body)), init);
    reportReachable(response.status < 502);
    return response;
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) reportReachable(false);
    throw error;
  }
};

/** One client per signed-in person: its cache must not outlive the session. */
export function createClient(session: Session) {
  const socket = createSocket({
    url: socketUrl(),
    lazy: true,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => session.status() === 'authenticated',
    connectionParams: async () => {
      if (session.expiresSoon) await session.refresh();
      return session.token ? { authorization: `Bearer ${session.token}` } : {};
    },
    on: { connected: () => reportReachable(true) },
  });
  const client = new Client({
    url: GRAPHQL_URL,
    preferGetMethod: false,
    fetch: watchedFetch,
    fetchOptions: { credentials: 'same-origin' },
    requestPolicy: 'cache-and-network',
    exchanges: [
      cacheExchange({ keys: cacheKeys, updates: cacheUpdates }),
      authExchange(async () => ({
        addAuthToOperation: (operation) => withToken(operation, session.token),
        willAuthError: () => session.expiresSoon,
        didAuthError: (error) => session.token !== null && hasErrorCode(error, 'UNAUTHENTICATED'),
        refreshAuth: async () => {
          await session.refresh();
        },
      })),
      subscriptionExchange({
        // The protocol wants a `query`, be it an empty one.
        forwardSubscription: ({ query, operationName, variables }) => ({
          subscribe: (sink) => ({
            unsubscribe: socket.subscribe(
              { query: '', ...asSent({ query, operationName, variables }) } as SubscribePayload,
              sink,
            ),
          }),
        }),
      }),
      fetchExchange,
    ],
  });
  const stop = session.subscribe(() => {
    stop();
    void socket.dispose();
  });
  return client;
}
