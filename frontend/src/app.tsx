import { MantineProvider } from '@mantine/core';
import { createRouter, RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { session } from './lib/browser-session';
import { isFirstPage, wantTexts } from './lib/i18n';
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

/** Has the page of the present address loaded beside everything else that the start waits for. */
export function loadAskedPage() {
  const { pathname } = router.latestLocation;
  if (!isFirstPage(pathname)) wantTexts('rest');
  for (const { routeId } of router.matchRoutes(router.latestLocation)) {
    void router.loadRouteChunk(router.routesById[routeId as keyof typeof router.routesById]);
  }
}

export function App() {
  useEffect(() => {
    const unsubscribe = session.subscribe(() => void router.invalidate());
    return () => void unsubscribe();
  }, []);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={styleNonce}>
      <RouterProvider router={router} />
      <Toasts />
    </MantineProvider>
  );
}
