import { getRouteApi } from '@tanstack/react-router';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { RouteMissing } from '@/ui/route-missing';
import { BreakGlassDetail } from './break-glass-detail';
import { BreakGlassList } from './break-glass-list';

const route = getRouteApi('/_app/break-glass');

export function BreakGlassPage() {
  const { request } = route.useSearch();
  if (!may(useViewer(), 'BREAK_GLASS_READ')) return <RouteMissing />;
  return request ? <BreakGlassDetail id={request} /> : <BreakGlassList />;
}
