import type { ViewerFragment } from '@/gql/graphql';

type Permitted = Pick<ViewerFragment, 'permissions'>;

/** Those who judge for their own organisation keep its list of sellers. */
export function keepsWatchList({ permissions }: Permitted): boolean {
  return permissions.some(
    ({ action, scope }) => action === 'SCREENING_JUDGE' && (scope === 'OWN' || scope === 'BRAND'),
  );
}
