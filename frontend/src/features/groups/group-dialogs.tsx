import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { GroupPageFragment, SharingGroupAction } from '@/gql/graphql';

export interface GroupDialogProps {
  group: GroupPageFragment;
  onClose: () => void;
  /** Reads the group again: when somebody else was faster. */
  onStale: () => void;
}

/** Each dialog is loaded when it is first opened. Who is taken out is chosen in the list of members. */
const DIALOGS = {
  UPDATE: lazy(() => import('./dialogs/update-group-dialog')),
  ADD_MEMBERS: lazy(() => import('./dialogs/add-members-dialog')),
  LEAVE: lazy(() => import('./dialogs/leave-group-dialog')),
  CLOSE: lazy(() => import('./dialogs/close-group-dialog')),
};

function hasDialog(action: SharingGroupAction): action is keyof typeof DIALOGS {
  return action in DIALOGS;
}

const route = getRouteApi('/_app/groups/$id');

export function GroupDialogs({ group, onStale }: { group: GroupPageFragment; onStale: () => void }) {
  const { do: action } = route.useSearch();
  const navigate = route.useNavigate();
  if (!action || !hasDialog(action) || !group.allowedActions.includes(action)) return null;
  const Dialog = DIALOGS[action];
  return (
    <Suspense>
      <Dialog group={group} onStale={onStale} onClose={() => void navigate({ search: {}, replace: true })} />
    </Suspense>
  );
}
