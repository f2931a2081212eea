import type { PageEndsFragment } from '@/gql/graphql';
import type { KeysetPage } from '@/lib/keyset';

/** The most that the server gives at once: an emergency is rare, so that one page is nearly always all of them. */
const PAGE_SIZE = 100;

/** The server lists the first one first; what is after something in a list that begins with the latest is before it there. */
export function latestArguments({ after, before }: KeysetPage) {
  return before ? { first: PAGE_SIZE, after: before } : { last: PAGE_SIZE, before: after };
}

interface Connection<Row> {
  nodes: readonly Row[];
  pageInfo: PageEndsFragment;
  totalCount: number;
  totalCountIsExact: boolean;
}

/** The same page with its latest row first, and its ends the other way round. */
export function latestFirst<Row>(page: Connection<Row>): Connection<Row> {
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo;
  return {
    ...page,
    nodes: page.nodes.toReversed(),
    pageInfo: {
      ...page.pageInfo,
      hasNextPage: hasPreviousPage,
      hasPreviousPage: hasNextPage,
      startCursor: endCursor,
      endCursor: startCursor,
    },
  };
}
