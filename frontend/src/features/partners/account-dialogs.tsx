import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useRef } from 'react';
import type { ServiceAccountAction, ServiceAccountPageFragment } from '@/gql/graphql';

export interface AccountDialogProps {
  account: ServiceAccountPageFragment;
  onClose: () => void;
  /** Reads the account again: when somebody else was faster. */
  onStale: () => void;
}

/** Each dialog is loaded when it is first opened. */
const DIALOGS = {
  EDIT: lazy(() => import('./dialogs/edit-account-dialog')),
  ADD_CREDENTIAL: lazy(() => import('./dialogs/add-credential-dialog')),
  SUSPEND: lazy(() => import('./dialogs/suspend-account-dialog')),
  RESUME: lazy(() => import('./dialogs/resume-account-dialog')),
  REVOKE: lazy(() => import('./dialogs/revoke-account-dialog')),
} satisfies Record<ServiceAccountAction, unknown>;

const route = getRouteApi('/_app/partners/$id');

export function AccountDialogs({ account, onStale }: { account: ServiceAccountPageFragment; onStale: () => void }) {
  const { do: action } = route.useSearch();
  const navigate = route.useNavigate();
  // The last credential that an account may have takes the step away, and must still show its secret.
  const opened = useRef<ServiceAccountAction>(undefined);
  if (!action || account.allowedActions.includes(action)) opened.current = action;
  if (!action || opened.current !== action) return null;
  const Dialog = DIALOGS[action];
  return (
    <Suspense>
      <Dialog account={account} onStale={onStale} onClose={() => void navigate({ search: {}, replace: true })} />
    </Suspense>
  );
}
