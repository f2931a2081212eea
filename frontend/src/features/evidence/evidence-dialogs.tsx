import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { EvidenceAction, EvidencePageFragment } from '@/gql/graphql';

export interface EvidenceDialogProps {
  evidence: EvidencePageFragment;
  onClose: () => void;
  /** Reads the evidence again: when somebody else was faster. */
  onStale: () => void;
}

/** Each dialog is loaded when it is first opened. */
const DIALOGS = {
  SEND: lazy(() => import('./dialogs/send-dialog')),
  RECORD_CUSTODY: lazy(() => import('./dialogs/record-custody-dialog')),
  CONFIRM_TRANSFER: lazy(() => import('./dialogs/confirm-transfer-dialog')),
  REFUSE_TRANSFER: lazy(() => import('./dialogs/refuse-transfer-dialog')),
  WITHDRAW_TRANSFER: lazy(() => import('./dialogs/withdraw-transfer-dialog')),
  PLACE_HOLD: lazy(() => import('./dialogs/place-hold-dialog')),
  ASK_DESTRUCTION: lazy(() => import('./dialogs/ask-destruction-dialog')),
};

function hasDialog(action: EvidenceAction): action is keyof typeof DIALOGS {
  return action in DIALOGS;
}

const route = getRouteApi('/_app/evidence/$id');

export function EvidenceDialogs({ evidence, onStale }: { evidence: EvidencePageFragment; onStale: () => void }) {
  const { do: action } = route.useSearch();
  const navigate = route.useNavigate();
  if (!action || !hasDialog(action) || !evidence.allowedActions.includes(action)) return null;
  const Dialog = DIALOGS[action];
  return (
    <Suspense>
      <Dialog evidence={evidence} onStale={onStale} onClose={() => void navigate({ search: {}, replace: true })} />
    </Suspense>
  );
}
