import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { LeadAction, LeadPageFragment } from '@/gql/graphql';

export interface LeadDialogProps {
  lead: LeadPageFragment;
  onClose: () => void;
  onStale: () => void;
}

/** Each dialog is loaded when it is first opened. */
const DIALOGS = {
  UPDATE: lazy(() => import('./dialogs/update-dialog')),
  ADD_SUBJECT: lazy(() => import('@/features/subjects/dialogs/add-subject-dialog')),
  TRIAGE: lazy(() => import('./dialogs/triage-dialog')),
  REJECT: lazy(() => import('./dialogs/reject-dialog')),
  MERGE: lazy(() => import('./dialogs/merge-dialog')),
  SHARE: lazy(() => import('./dialogs/share-dialog')),
  CHANGE_TLP: lazy(() => import('./dialogs/change-tlp-dialog')),
  CHANGE_HANDLING: lazy(() => import('./dialogs/change-handling-dialog')),
  RESOLVE: lazy(() => import('./dialogs/resolve-dialog')),
  REOPEN: lazy(() => import('./dialogs/reopen-dialog')),
  RETRACT: lazy(() => import('./dialogs/retract-dialog')),
};

function hasDialog(action: LeadAction): action is keyof typeof DIALOGS {
  return action in DIALOGS;
}

const route = getRouteApi('/_app/leads/$reference');

export function LeadDialogs({ lead, onStale }: { lead: LeadPageFragment; onStale: () => void }) {
  const { do: action } = route.useSearch();
  const navigate = route.useNavigate();
  if (!action || !hasDialog(action) || !lead.allowedActions.includes(action)) return null;
  const Dialog = DIALOGS[action];
  return (
    <Suspense>
      <Dialog lead={lead} onStale={onStale} onClose={() => void navigate({ search: {}, replace: true })} />
    </Suspense>
  );
}
