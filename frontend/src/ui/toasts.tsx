import { lazy, Suspense } from 'react';

const Notifications = lazy(() =>
  import('@mantine/notifications').then((module) => ({ default: module.Notifications })),
);

export function Toasts() {
  return (
    <Suspense>
      <Notifications position="bottom-right" limit={3} />
    </Suspense>
  );
}
