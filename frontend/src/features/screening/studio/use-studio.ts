import { getRouteApi } from '@tanstack/react-router';
import { FIRST_PAGE } from '@/lib/keyset';
import { studioOf } from '../address';
import type { StudioSearch } from '../screening-search';

const route = getRouteApi('/_app/screening/studio');

/** Whose rules are looked at, which part of the studio, and how to move on. */
export function useStudio() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return {
    ...studioOf(search),
    search,
    /** The brand; the alliance where there is none. */
    brandId: search.brand,
    change: (next: Partial<StudioSearch>) =>
      void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false }),
    /** Another part, or somebody else's: nothing of where one was stays. */
    go: (next: Partial<StudioSearch>) => void navigate({ search: { ...FIRST_PAGE, ...next }, resetScroll: false }),
  };
}
