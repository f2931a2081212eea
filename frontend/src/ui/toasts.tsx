import { lazy, Suspense, useSyncExternalStore } from 'react';
import { areToastsWanted, onToastsWanted } from './notify';

const Notifications = lazy(() => import('./notifications'));

/** Where short confirmations appear; there with the first one, since no page needs them to be shown. */
export function Toasts() {
  const wanted = useSyncExternalStore(onToastsWanted, areToastsWanted);
  if (!wanted) return null;
  return (
    <Suspense>
      <Notifications position="bottom-right" limit={3} />
    </Suspense>
  );
}
