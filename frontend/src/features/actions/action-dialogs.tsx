import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { OfflineActionPageFragment } from '@/gql/graphql';
import { isTransition } from './transitions';

export interface ActionDialogProps {
  action: OfflineActionPageFragment;
  onClose: () => void;
  /** Reads the action again: when somebody else was faster. */
  onStale: () => void;
}

const TransitionDialog = lazy(() => import('./dialogs/transition-dialog'));
const ChangeDialog = lazy(() => import('./dialogs/change-dialog'));
const AddMemberDialog = lazy(() => import('./dialogs/add-member-dialog'));
const AddTaskDialog = lazy(() => import('./dialogs/add-task-dialog'));

const route = getRouteApi('/_app/actions/$id/');

export function ActionDialogs({ action, onStale }: { action: OfflineActionPageFragment; onStale: () => void }) {
  const { do: step } = route.useSearch();
  const navigate = route.useNavigate();
  if (!step || !action.allowedActions.includes(step)) return null;
  const common = { action, onStale, onClose: () => void navigate({ search: {}, replace: true }) };
  return (
    <Suspense>
      {isTransition(step) ? <TransitionDialog key={step} step={step} {...common} /> : null}
      {step === 'CHANGE' ? <ChangeDialog {...common} /> : null}
      {step === 'STAFF' ? <AddMemberDialog {...common} /> : null}
      {step === 'ADD_TASK' ? <AddTaskDialog {...common} /> : null}
    </Suspense>
  );
}
