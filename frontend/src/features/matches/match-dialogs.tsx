import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { BlindMatchDetailFragment } from '@/gql/graphql';

const AnswerDialog = lazy(() => import('./dialogs/answer-dialog'));
const WithdrawDialog = lazy(() => import('./dialogs/withdraw-dialog'));

export interface MatchDialogProps {
  match: BlindMatchDetailFragment;
  onClose: () => void;
  /** Reads the match again: when a colleague was faster. */
  onStale: () => void;
}

const route = getRouteApi('/_app/matches');

/** The dialog is in the address: the back button closes it. */
export function MatchDialogs({ match, onStale }: Omit<MatchDialogProps, 'onClose'>) {
  const { do: action } = route.useSearch();
  const navigate = route.useNavigate();
  if (!action || !match.allowedActions.includes(action)) return null;
  const close = () => void navigate({ search: ({ do: _do, ...now }) => now, replace: true });
  const dialog = { match, onStale, onClose: close };
  return (
    <Suspense>
      {action === 'WITHDRAW' ? <WithdrawDialog {...dialog} /> : <AnswerDialog {...dialog} answer={action} />}
    </Suspense>
  );
}
