import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { AgencyAction, AgencyPageFragment } from '@/gql/graphql';

export interface AgencyDialogProps {
  agency: AgencyPageFragment;
  onClose: () => void;
  /** Reads the agency again: when somebody else was faster. */
  onStale: () => void;
}

/** Each dialog is loaded when it is first opened; kind and jurisdictions are changed with the rest. */
const DIALOGS = {
  UPDATE: lazy(() => import('./dialogs/update-agency-dialog')),
  ADD_CONTACT_POINT: lazy(() => import('./dialogs/add-contact-dialog')),
  PROPOSE_OFFICER: lazy(() => import('./dialogs/propose-officer-dialog')),
};

function hasDialog(action: AgencyAction): action is keyof typeof DIALOGS {
  return action in DIALOGS;
}

const route = getRouteApi('/_app/agencies/$id');

export function AgencyDialogs({ agency, onStale }: { agency: AgencyPageFragment; onStale: () => void }) {
  const { do: action } = route.useSearch();
  const navigate = route.useNavigate();
  if (!action || !hasDialog(action) || !agency.allowedActions.includes(action)) return null;
  const Dialog = DIALOGS[action];
  return (
    <Suspense>
      <Dialog agency={agency} onStale={onStale} onClose={() => void navigate({ search: {}, replace: true })} />
    </Suspense>
  );
}
