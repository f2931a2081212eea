import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { BreakGlassDetailFragment } from '@/gql/graphql';

const DecideDialog = lazy(() => import('./dialogs/decide-dialog'));
const EndDialog = lazy(() => import('./dialogs/end-dialog'));

export interface BreakGlassDialogProps {
  request: BreakGlassDetailFragment;
  onClose: () => void;
  /** Reads the request again: when somebody else was faster. */
  onStale: () => void;
}

const route = getRouteApi('/_app/break-glass');

/** The dialog is in the address: the back button closes it. */
export function BreakGlassDialogs({ request, onStale }: Omit<BreakGlassDialogProps, 'onClose'>) {
  const { do: action } = route.useSearch();
  const navigate = route.useNavigate();
  if (!action || !request.allowedActions.includes(action)) return null;
  const close = () => void navigate({ search: ({ do: _do, ...now }) => now, replace: true });
  const dialog = { request, onStale, onClose: close };
  const decides = action === 'APPROVE' || action === 'DECLINE';
  return (
    <Suspense>
      {decides ? <DecideDialog {...dialog} decision={action} /> : <EndDialog {...dialog} step={action} />}
    </Suspense>
  );
}
