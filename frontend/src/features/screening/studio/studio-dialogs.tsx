import { lazy, Suspense } from 'react';
import type { StudioReleaseFragment } from '@/gql/graphql';
import { useStudio } from './use-studio';

const ReleaseDialog = lazy(() => import('../dialogs/release-dialog'));
const RollBackDialog = lazy(() => import('../dialogs/roll-back-dialog'));

interface StudioDialogsProps {
  release: StudioReleaseFragment | null;
  /** Reads what holds again: after a release, and when a colleague was faster. */
  onChanged: () => void;
}

/** The dialog is in the address, with what it is about. */
export function StudioDialogs({ release, onChanged }: StudioDialogsProps) {
  const { brandId, act, search, change } = useStudio();
  if (!act) return null;
  const to = Number(search.to);
  const close = () => change({ do: undefined, to: undefined, pack: undefined });
  const dialog = { brandId, release, onClose: close, onChanged };
  return (
    <Suspense>
      {act === 'RELEASE' ? (
        <ReleaseDialog {...dialog} pack={search.pack} model={search.model} threshold={search.threshold} />
      ) : release && to > 0 ? (
        <RollBackDialog {...dialog} release={release} to={to} />
      ) : null}
    </Suspense>
  );
}
