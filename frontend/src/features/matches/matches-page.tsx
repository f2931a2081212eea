import { getRouteApi } from '@tanstack/react-router';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { RouteMissing } from '@/ui/route-missing';
import { MatchDetail } from './match-detail';
import { MatchFigures } from './match-figures';
import { MatchList } from './match-list';

const route = getRouteApi('/_app/matches');

/** The matches of the own organisation; for the desk and the auditors numbers alone. */
export function MatchesPage() {
  const { match } = route.useSearch();
  const viewer = useViewer();
  if (may(viewer, 'BLIND_MATCH_READ')) return match ? <MatchDetail id={match} /> : <MatchList />;
  return may(viewer, 'BLIND_MATCH_FIGURES') && !match ? <MatchFigures /> : <RouteMissing />;
}
