import { type ReactNode, useDeferredValue } from 'react';
import type { CombinedError } from 'urql';
import type { PageEndsFragment } from '@/gql/graphql';
import type { KeysetPage } from '@/lib/keyset';
import { useReconnected } from '@/lib/live';
import classes from './keyset-list.module.css';
import { Pager } from './pager';
import { QueryFailure } from './query-failure';

/** A page of a list as the graph answers it. */
interface Connection<Row> {
  nodes: readonly Row[];
  pageInfo: PageEndsFragment;
  totalCount: number;
  totalCountIsExact: boolean;
}

interface KeysetListProps<Row> {
  /** Undefined while the first page is on its way. */
  page: Connection<Row> | undefined;
  error: CombinedError | undefined;
  fetching: boolean;
  reload: (options?: { requestPolicy: 'network-only' }) => void;
  /** Where the list stands, by the address. */
  at: KeysetPage;
  onPage: (page: KeysetPage) => void;
  /** How many there are, in words. */
  summary: (count: number, exact: boolean) => string;
  /** The table; it shows its own skeleton and what stands there when the list is empty. */
  children: (rows: readonly Row[] | undefined) => ReactNode;
}

/**
 * Every list over keyset cursors: its rows and the way to the next ones, or what went wrong and one way on. It is read
 * again when the server answers after an outage.
 */
export function KeysetList<Row>(props: KeysetListProps<Row>) {
  const { error, fetching, reload, at, onPage, summary, children } = props;
  // Many rows are drawn in turns that leave room for what somebody does meanwhile.
  const page = useDeferredValue(props.page);
  useReconnected(() => reload({ requestPolicy: 'network-only' }));
  if (error && !page) return <QueryFailure error={error} retry={reload} />;
  return (
    <div className={classes.list} aria-busy={page !== undefined && (fetching || page !== props.page)}>
      {children(page?.nodes)}
      {page && page.nodes.length > 0 ? (
        <Pager
          page={at}
          info={page.pageInfo}
          summary={summary(page.totalCount, page.totalCountIsExact)}
          onPage={onPage}
        />
      ) : null}
    </div>
  );
}
