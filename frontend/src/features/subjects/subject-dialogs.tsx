import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { SubjectAction, SubjectPageFragment } from '@/gql/graphql';
import type { SubjectDialog } from './subject-search';

export interface SubjectDialogProps {
  subject: SubjectPageFragment;
  onClose: () => void;
  /** Reads the subject again: when somebody else was faster. */
  onStale: () => void;
}

/** Each dialog is loaded when it is first opened, and shown to who may do what it does. */
const DIALOGS: Record<SubjectDialog, { needs: SubjectAction; Dialog: ReturnType<typeof lazyDialog> }> = {
  CHANGE: { needs: 'CHANGE', Dialog: lazyDialog(() => import('./dialogs/change-subject-dialog')) },
  REMOVE: { needs: 'CHANGE', Dialog: lazyDialog(() => import('./dialogs/remove-subject-dialog')) },
  IDENTIFIERS: { needs: 'CHANGE', Dialog: lazyDialog(() => import('./dialogs/add-identifiers-dialog')) },
  LINK: { needs: 'CHANGE', Dialog: lazyDialog(() => import('./dialogs/link-dialog')) },
  REVEAL: { needs: 'REVEAL', Dialog: lazyDialog(() => import('./dialogs/reveal-dialog')) },
};

function lazyDialog(load: () => Promise<{ default: (props: SubjectDialogProps) => React.ReactNode }>) {
  return lazy(load);
}

const route = getRouteApi('/_app/subjects/$subject');

export function SubjectDialogs({ subject, onStale }: { subject: SubjectPageFragment; onStale: () => void }) {
  const { do: asked } = route.useSearch();
  const navigate = route.useNavigate();
  if (!asked) return null;
  const { needs, Dialog } = DIALOGS[asked];
  if (!subject.allowedActions.includes(needs)) return null;
  const close = () => void navigate({ search: ({ do: _, ...rest }) => rest, replace: true });
  return (
    <Suspense>
      <Dialog subject={subject} onStale={onStale} onClose={close} />
    </Suspense>
  );
}
