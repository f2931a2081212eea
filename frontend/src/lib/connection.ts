import { useSyncExternalStore } from 'react';

/** Whether the server answers; the shell shows a banner while it does not, and lists are read again when it does. */
let reachable = true;
const listeners = new Set<() => void>();

export function reportReachable(now: boolean) {
  if (now === reachable) return;
  reachable = now;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

export function useReachable() {
  return useSyncExternalStore(subscribe, () => reachable && navigator.onLine);
}
