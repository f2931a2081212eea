import { createContext, useContext } from 'react';
import type { ViewerFragment } from '@/gql/graphql';

export const ViewerContext = createContext<ViewerFragment | null>(null);

/** Who is signed in. Only below the signed-in shell. */
export function useViewer(): ViewerFragment {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('useViewer is used outside the signed-in shell');
  return viewer;
}

/** The chosen time zone of the signed-in person, else the browser's. */
export function useTimeZone(): string {
  const viewer = useContext(ViewerContext);
  return viewer?.settings.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}
