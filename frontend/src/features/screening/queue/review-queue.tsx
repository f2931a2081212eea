import { useMediaQuery } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { useKeys } from '@/lib/keyboard';
import { FIRST_PAGE, pageArguments } from '@/lib/keyset';
import { useLiveRefresh } from '@/lib/live';
import { Pager } from '@/ui/pager';
import { QueryFailure } from '@/ui/query-failure';
import { type Asked, orderOf } from '../address';
import { useScreeningActivity } from '../screening-feed';
import { NothingWaits } from './nothing-waits';
import { OfferPanel } from './offer-panel';
import classes from './queue.module.css';
import { QueueRows } from './queue-rows';
import { SaidLast } from './said-last';
import { useReview } from './use-review';
import { after, waiting } from './waiting';

const ReviewQueueQuery = graphql(`
  query ReviewQueue(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: ScreenedListingFilter
    $orderBy: ScreenedListingOrder
  ) {
    screenedListings(
      first: $first
      after: $after
      last: $last
      before: $before
      filter: $filter
      orderBy: $orderBy
    ) {
      nodes {
        ...ScreenedOffer
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
      totalCountIsExact
    }
  }
`);

/** Each with all that is shown of it, so that the next one is there before it is looked at. */
const PAGE = 30;
/** When so few are left, more are read. */
const FEW = 5;

const route = getRouteApi('/_app/screening/');

/** The list at the left, the listing and its verdict at the right; on a phone one or the other. */
export function ReviewQueue({ filter }: { filter: Asked }) {
  const { t } = useTranslation('screening');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const [{ data, error, fetching }, reload] = useQuery({
    query: ReviewQueueQuery,
    variables: { ...pageArguments(search, PAGE), filter, orderBy: orderOf(search) },
    // Screening goes on, and colleagues judge as well.
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  useLiveRefresh(useScreeningActivity(), refresh);

  const select = (id: string | undefined) =>
    void navigate({ search: (now) => ({ ...now, selected: id }), replace: true, resetScroll: false });
  const review = useReview({
    onRefused: (id) => {
      select(id);
      refresh();
    },
    onUndone: select,
  });
  const page = data?.screenedListings;
  const rows = page ? waiting(page.nodes, review.come, review.judged, filter) : undefined;
  const selected = search.selected ?? (wide ? rows?.[0]?.id : undefined);
  const at = rows?.findIndex(({ id }) => id === selected) ?? -1;
  const step = (by: 1 | -1) => {
    const next = rows?.[Math.min(Math.max(at + by, 0), rows.length - 1)];
    if (next) select(next.id);
  };
  useKeys({ j: () => step(1), k: () => step(-1), u: () => void review.undoLast() });
  useMore(rows?.length, page?.pageInfo.hasNextPage === true && !fetching, refresh);

  if (error && !data) return <QueryFailure error={error} retry={reload} />;
  const isEmpty = rows?.length === 0 && !search.selected;
  return (
    <>
      <SaidLast said={review.said} onUndo={() => void review.undoLast()} />
      {isEmpty ? (
        <NothingWaits />
      ) : (
        <div className={classes.split}>
          {wide || !search.selected ? (
            <div className={classes.list}>
              <QueueRows rows={rows} selected={selected} />
              {page ? (
                <Pager
                  page={search}
                  info={page.pageInfo}
                  summary={t(page.totalCountIsExact ? 'count' : 'countAtLeast', { count: page.totalCount })}
                  onPage={(next) =>
                    void navigate({ search: (now) => ({ ...now, ...FIRST_PAGE, ...next, selected: undefined }) })
                  }
                />
              ) : null}
            </div>
          ) : null}
          {selected ? (
            <OfferPanel
              key={selected}
              id={selected}
              listing={rows?.[at]}
              onBack={wide ? undefined : () => select(undefined)}
              onJudge={(listing, saying) => {
                select(after(rows ?? [], listing.id));
                review.judge(listing, saying);
              }}
              onUndo={(listing) => void review.undo(listing)}
            />
          ) : null}
        </div>
      )}
    </>
  );
}

/** Reads on before the list has come to its end. */
function useMore(left: number | undefined, isMore: boolean, read: () => void) {
  const wanted = isMore && left !== undefined && left < FEW;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that the list gets short
  useEffect(() => {
    if (wanted) read();
  }, [wanted]);
}
