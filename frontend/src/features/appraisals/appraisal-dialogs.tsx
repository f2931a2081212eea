import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { AppraisalPageFragment, AppraisalStep } from '@/gql/graphql';

export interface AppraisalDialogProps {
  appraisal: AppraisalPageFragment;
  onClose: () => void;
  /** Reads the appraisal again: when somebody else was faster. */
  onStale: () => void;
}

/** Each dialog is loaded when it is first opened. */
const DIALOGS = {
  TAKE_UP: lazy(() => import('./dialogs/take-up-dialog')),
  DECLINE: lazy(() => import('./dialogs/decline-dialog')),
  BEGIN: lazy(() => import('./dialogs/begin-dialog')),
  AGREE: lazy(() => import('./dialogs/agree-dialog')),
  CONTEST: lazy(() => import('./dialogs/contest-dialog')),
  REINSPECT: lazy(() => import('./dialogs/reinspect-dialog')),
  FINALIZE: lazy(() => import('./dialogs/finalize-dialog')),
  CANCEL: lazy(() => import('./dialogs/cancel-dialog')),
};

function hasDialog(step: AppraisalStep): step is keyof typeof DIALOGS {
  return step in DIALOGS;
}

const route = getRouteApi('/_app/appraisals/$id/');

export function AppraisalDialogs({ appraisal, onStale }: { appraisal: AppraisalPageFragment; onStale: () => void }) {
  const { do: step } = route.useSearch();
  const navigate = route.useNavigate();
  if (!step || !hasDialog(step) || !appraisal.allowedActions.includes(step)) return null;
  const Dialog = DIALOGS[step];
  const close = () => void navigate({ search: (now) => ({ ...now, do: undefined }), replace: true });
  return (
    <Suspense>
      <Dialog appraisal={appraisal} onStale={onStale} onClose={close} />
    </Suspense>
  );
}
