import { useEffect, useRef } from 'react';

const QUIET_MS = 800;

/** Calls `refresh` after a burst of `signal` changes has passed, and when the server answers again after an outage. */
export function useLiveRefresh(signal: unknown, refresh: () => void) {
  const current = useRef(refresh);
  current.current = refresh;
  const first = useRef(true);

  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    if (signal === undefined) return;
    const timer = setTimeout(() => current.current(), QUIET_MS);
    return () => clearTimeout(timer);
  }, [signal]);

  useReconnected(refresh);
}

/** Calls `refresh` when the server answers again after an outage. */
export function useReconnected(refresh: () => void) {
  const current = useRef(refresh);
  current.current = refresh;
  useEffect(() => {
    const listen = () => current.current();
    window.addEventListener('touchstone:reconnected', listen);
    return () => window.removeEventListener('touchstone:reconnected', listen);
  }, []);
}
