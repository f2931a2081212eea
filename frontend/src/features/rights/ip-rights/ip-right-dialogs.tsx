import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { IpRightAction, IpRightPageFragment } from '@/gql/graphql';

export interface IpRightDialogProps {
  right: IpRightPageFragment;
  onClose: () => void;
  /** Reads the right again: when somebody else was faster. */
  onStale: () => void;
}

const IpRightStepDialog = lazy(() => import('./dialogs/ip-right-step-dialog'));
const DiscardDialog = lazy(() => import('./dialogs/discard-dialog'));
const RenewDialog = lazy(() => import('./dialogs/renew-dialog'));
const InvalidateDialog = lazy(() => import('./dialogs/invalidate-dialog'));

const route = getRouteApi('/_app/rights/$rightId/');

/** Each dialog is loaded when it is first opened. */
export function IpRightDialogs({ right, onChanged }: { right: IpRightPageFragment; onChanged: () => void }) {
  const { do: action } = route.useSearch();
  const navigate = route.useNavigate();
  if (!action || !right.allowedActions.includes(action)) return null;
  const onClose = () => void navigate({ search: {}, replace: true });
  return <Suspense>{dialogOf(action, { right, onClose, onStale: onChanged })}</Suspense>;
}

function dialogOf(action: IpRightAction, props: IpRightDialogProps) {
  switch (action) {
    // The one has a page, the other needs no dialog.
    case 'UPDATE':
    case 'SUBMIT':
      return null;
    case 'DISCARD':
      return <DiscardDialog {...props} />;
    case 'RENEW':
      return <RenewDialog {...props} />;
    case 'INVALIDATE':
      return <InvalidateDialog {...props} />;
    default:
      return <IpRightStepDialog {...props} step={action} />;
  }
}
