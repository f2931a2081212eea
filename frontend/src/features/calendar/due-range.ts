import { useCallback, useEffect, useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import { useLeadActivity } from '@/features/leads/lead-activity-feed';
import { graphql } from '@/gql';
import type { DeliveryFilter, DueDeliveryFragment } from '@/gql/graphql';
import { useLiveRefresh } from '@/lib/live';

const DueRange = graphql(`
  query DueRange($filter: DeliveryFilter!, $after: String) {
    deliveries(first: 100, after: $after, filter: $filter, orderBy: { field: DUE_AT, direction: ASC }) {
      nodes {
        ...DueDelivery
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  fragment DueDelivery on Delivery {
    ...DeliveryClock
    lead {
      id
      reference
      title
      tlp
    }
  }
`);

/** Pages of a hundred: what lies beyond is said to be there. */
const MOST_PAGES = 5;

interface Due {
  deliveries: DueDeliveryFragment[];
  more: boolean;
}

/** All deliveries of a bounded range of days, read page by page, and read again when something happens. */
export function useDueRange(filter: DeliveryFilter) {
  const client = useClient();
  const [due, setDue] = useState<Due>();
  const [error, setError] = useState<CombinedError>();
  const [turn, setTurn] = useState(0);
  const key = JSON.stringify(filter);
  const reload = useCallback(() => setTurn((count) => count + 1), []);
  useLiveRefresh(useLeadActivity(), reload);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a filter is its words, and a turn is a reason to read again
  useEffect(() => {
    let over = false;
    const read = async () => {
      const deliveries: DueDeliveryFragment[] = [];
      let after: string | null | undefined;
      for (let page = 0; page < MOST_PAGES; page++) {
        const variables = { filter: JSON.parse(key) as DeliveryFilter, after };
        const answer = await client.query(DueRange, variables, { requestPolicy: 'network-only' }).toPromise();
        if (over) return;
        if (!answer.data) return setError(answer.error);
        deliveries.push(...answer.data.deliveries.nodes);
        const { hasNextPage, endCursor } = answer.data.deliveries.pageInfo;
        if (!hasNextPage) return done({ deliveries, more: false });
        after = endCursor;
      }
      done({ deliveries, more: true });
    };
    const done = (found: Due) => {
      setError(undefined);
      setDue(found);
    };
    void read();
    return () => {
      over = true;
    };
  }, [client, key, turn]);
  return { due, error, reload };
}
