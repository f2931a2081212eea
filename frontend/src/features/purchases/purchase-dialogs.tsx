import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { PurchasePageFragment, PurchaseStep } from '@/gql/graphql';

export interface PurchaseDialogProps {
  purchase: PurchasePageFragment;
  onClose: () => void;
  /** Reads the purchase again: when somebody else was faster. */
  onStale: () => void;
}

const PlainStepDialog = lazy(() => import('./dialogs/plain-step-dialog'));

/** Each dialog is loaded when it is first opened; what needs no more than a reason has one in common. */
const DIALOGS = {
  APPROVE: lazy(() => import('./dialogs/approve-dialog')),
  ASSIGN: lazy(() => import('./dialogs/assign-dialog')),
  REASSIGN: lazy(() => import('./dialogs/reassign-dialog')),
  REVEAL: lazy(() => import('./dialogs/reveal-dialog')),
  ORDER: lazy(() => import('./dialogs/order-dialog')),
  ASK_TOP_UP: lazy(() => import('./dialogs/top-up-dialog')),
  SHIP: lazy(() => import('./dialogs/ship-dialog')),
  RECEIVE: lazy(() => import('./dialogs/receive-dialog')),
  FAIL: lazy(() => import('./dialogs/fail-dialog')),
  HAND_OVER: lazy(() => import('./dialogs/hand-over-dialog')),
};

export type PlainStep = Exclude<PurchaseStep, keyof typeof DIALOGS>;

function isOwn(step: PurchaseStep): step is keyof typeof DIALOGS {
  return step in DIALOGS;
}

const route = getRouteApi('/_app/purchases/$id');

export function PurchaseDialogs({ purchase, onStale }: Omit<PurchaseDialogProps, 'onClose'>) {
  const { do: step } = route.useSearch();
  const navigate = route.useNavigate();
  if (!step || !purchase.allowedActions.includes(step)) return null;
  const common = { purchase, onStale, onClose: () => void navigate({ search: {}, replace: true }) };
  if (!isOwn(step))
    return (
      <Suspense>
        <PlainStepDialog key={step} step={step} {...common} />
      </Suspense>
    );
  const Dialog = DIALOGS[step];
  return (
    <Suspense>
      <Dialog key={step} {...common} />
    </Suspense>
  );
}
