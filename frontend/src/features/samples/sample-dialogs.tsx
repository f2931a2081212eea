import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { SamplePageFragment } from '@/gql/graphql';

export interface SampleDialogProps {
  sample: SamplePageFragment;
  onClose: () => void;
  /** Reads the sample again: when somebody else was faster. */
  onStale: () => void;
}

/** Each dialog is loaded when it is first opened. */
const DIALOGS = {
  DISPOSE: lazy(() => import('./dialogs/dispose-dialog')),
  HAND_OVER: lazy(() => import('./dialogs/hand-over-dialog')),
  CONFIRM_HAND_OVER: lazy(() => import('./dialogs/confirm-hand-over-dialog')),
  REFUSE_HAND_OVER: lazy(() => import('./dialogs/refuse-hand-over-dialog')),
  WITHDRAW_HAND_OVER: lazy(() => import('./dialogs/withdraw-hand-over-dialog')),
  RECORD_CUSTODY: lazy(() => import('./dialogs/record-custody-dialog')),
  ORDER_APPRAISAL: lazy(() => import('./dialogs/order-appraisal-dialog')),
  ASK_DESTRUCTION: lazy(() => import('./dialogs/ask-destruction-dialog')),
};

const route = getRouteApi('/_app/samples/$id');

export function SampleDialogs({ sample, onStale }: { sample: SamplePageFragment; onStale: () => void }) {
  const { do: step } = route.useSearch();
  const navigate = route.useNavigate();
  if (!step || !sample.allowedActions.includes(step)) return null;
  const Dialog = DIALOGS[step];
  return (
    <Suspense>
      <Dialog sample={sample} onStale={onStale} onClose={() => void navigate({ search: {}, replace: true })} />
    </Suspense>
  );
}
