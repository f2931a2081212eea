import { Client, type ClientOptions, fetchExchange, type Operation, subscriptionExchange } from '@urql/core';
import { authExchange } from '@urql/exchange-auth';
import { cacheExchange } from '@urql/exchange-graphcache';
import type { Client as Socket, SubscribePayload } from 'graphql-ws';
import { CSRF_HEADERS, GRAPHQL_URL } from './browser-session';
import { cacheKeys, cacheUpdates, rulesBeforeChanges } from './cache';
import { reportReachable } from './connection';
import { asSent, send } from './documents';
import { hasErrorCode } from './errors';
import type { Session } from './session';

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
  // No page waits for news to be shown, nor for the script that listens for them.
  let socket: Promise<Socket> | undefined;
  const openSocket = () => {
    socket ??= import('./socket').then(({ createSocket }) => createSocket(session));
    socket.catch(() => {
      socket = undefined;
    });
    return socket;
  };
  const client = new Client({
    url: GRAPHQL_URL,
    preferGetMethod: false,
    fetch: watchedFetch,
    fetchOptions: { credentials: 'same-origin' },
    requestPolicy: 'cache-and-network',
    exchanges: [
      rulesBeforeChanges,
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
          subscribe: (sink) => {
            const payload = { query: '', ...asSent({ query, operationName, variables }) } as SubscribePayload;
            let unsubscribe: (() => void) | null = () => {};
            openSocket().then(
              (opened) => {
                if (unsubscribe) unsubscribe = opened.subscribe(payload, sink);
              },
              (error) => unsubscribe && sink.error(error),
            );
            return {
              unsubscribe: () => {
                unsubscribe?.();
                unsubscribe = null;
              },
            };
          },
        }),
      }),
      fetchExchange,
    ],
  });
  const stop = session.subscribe(() => {
    stop();
    socket?.then(
      (opened) => opened.dispose(),
      () => {},
    );
  });
  return client;
}
