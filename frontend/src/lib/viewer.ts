import { createContext, useContext } from 'react';
import type { ViewerFragment } from '@/gql/graphql';

export const ViewerContext = createContext<ViewerFragment | null>(null);

/** Who is signed in. Only below the signed-in shell. */
export function useViewer(): ViewerFragment {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('useViewer is used outside the signed-in shell');
  return viewer;
}

/** The zone whose clocks a page means, where it is not about the reader's: a guest reads those of the agency or the site. */
export const TimeZoneContext = createContext<string | null>(null);

/** The zone that the page means, else the one that the signed-in person chose, else the browser's. */
export function useTimeZone(): string {
  const viewer = useContext(ViewerContext);
  const meant = useContext(TimeZoneContext);
  if (meant) return meant;
  return viewer?.settings.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}
