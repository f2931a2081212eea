import { useEffect, useRef } from 'react';

/** As often as the processes tell of themselves. */
const REFRESH_MS = 10_000;

/** Reads again and again while somebody looks. */
export function useSteadyReload(reload: (options: { requestPolicy: 'network-only' }) => void) {
  const current = useRef(reload);
  current.current = reload;
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') current.current({ requestPolicy: 'network-only' });
    }, REFRESH_MS);
    return () => clearInterval(timer);
  }, []);
}
