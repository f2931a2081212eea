import { MantineProvider } from '@mantine/core';
import { createRouter, RouterProvider } from '@tanstack/react-router';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { Provider } from 'urql';
import { session } from './lib/browser-session';
import { createClient } from './lib/client';
import { styleNonce } from './lib/nonce';
import { parseSearch, stringifySearch } from './lib/search-params';
import { routeTree } from './routeTree.gen';
import { RouteError } from './ui/route-error';
import { RouteMissing } from './ui/route-missing';
import { theme } from './ui/theme';
import { Toasts } from './ui/toasts';

const router = createRouter({
  routeTree,
  context: { session },
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: RouteMissing,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

function useSessionClient() {
  const epoch = useSyncExternalStore(session.subscribe, () => session.epoch);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another epoch is another person, hence another cache
  return useMemo(() => createClient(session), [epoch]);
}

export function App() {
  const client = useSessionClient();
  useEffect(() => {
    const unsubscribe = session.subscribe(() => void router.invalidate());
    return () => void unsubscribe();
  }, []);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={styleNonce}>
      <Provider value={client}>
        <RouterProvider router={router} />
        <Toasts />
      </Provider>
    </MantineProvider>
  );
}
