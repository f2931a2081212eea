import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { ReferralAction, ReferralPageFragment } from '@/gql/graphql';

export interface ReferralDialogProps {
  referral: ReferralPageFragment;
  onClose: () => void;
  /** Reads the referral again: when somebody else was faster. */
  onStale: () => void;
}

/** Each dialog is loaded when it is first opened; a draft is written on a page of its own. */
const DIALOGS = {
  SUBMIT: lazy(() => import('./dialogs/submit-dialog')),
  TAKE_BACK: lazy(() => import('./dialogs/take-back-dialog')),
  APPROVE: lazy(() => import('./dialogs/approve-dialog')),
  RETURN: lazy(() => import('./dialogs/return-dialog')),
  WITHDRAW: lazy(() => import('./dialogs/withdraw-dialog')),
  RETRACT: lazy(() => import('./dialogs/retract-dialog')),
  ACKNOWLEDGE: lazy(() => import('./dialogs/acknowledge-dialog')),
  REQUEST_INFORMATION: lazy(() => import('./dialogs/request-information-dialog')),
  ANSWER_INFORMATION: lazy(() => import('./dialogs/answer-information-dialog')),
  EXTEND_DECISION: lazy(() => import('./dialogs/extend-decision-dialog')),
  ACCEPT: lazy(() => import('./dialogs/accept-dialog')),
  DECLINE: lazy(() => import('./dialogs/decline-dialog')),
  GIVE_FEEDBACK: lazy(() => import('./dialogs/feedback-dialog')),
  OPEN_PACKAGE: lazy(() => import('./dialogs/open-package-dialog')),
};

function hasDialog(action: ReferralAction): action is keyof typeof DIALOGS {
  return action in DIALOGS;
}

const route = getRouteApi('/_app/referrals/$id/');

export function ReferralDialogs({ referral, onStale }: { referral: ReferralPageFragment; onStale: () => void }) {
  const { do: action } = route.useSearch();
  const navigate = route.useNavigate();
  if (!action || !hasDialog(action) || !referral.allowedActions.includes(action)) return null;
  const Dialog = DIALOGS[action];
  return (
    <Suspense>
      <Dialog referral={referral} onStale={onStale} onClose={() => void navigate({ search: {}, replace: true })} />
    </Suspense>
  );
}
