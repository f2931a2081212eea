import { useQuery } from 'urql';
import { useLeadActivity } from '@/features/leads/lead-activity-feed';
import { graphql } from '@/gql';
import type { ViewerFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLiveRefresh } from '@/lib/live';
import { inboxRecipient, isDesk } from '@/lib/permissions';
import classes from './shell.module.css';

const InboxCountQuery = graphql(`
  query InboxCount($desk: Boolean!, $recipientId: ID) {
    leads(first: 1, filter: { states: [SUBMITTED] }) @include(if: $desk) {
      totalCount
    }
    deliveries(first: 1, filter: { open: true, recipientId: $recipientId }) @skip(if: $desk) {
      totalCount
    }
  }
`);

/** How much waits: deliveries to answer, at the desk leads to triage. */
export function InboxCount({ viewer }: { viewer: ViewerFragment }) {
  const { number } = useFormats();
  const [{ data }, reload] = useQuery({
    query: InboxCountQuery,
    variables: { desk: isDesk(viewer), recipientId: inboxRecipient(viewer) },
  });
  useLiveRefresh(useLeadActivity(), () => reload({ requestPolicy: 'network-only' }));
  const count = data?.leads?.totalCount ?? data?.deliveries?.totalCount ?? 0;
  return count > 0 ? <span className={classes.count}>{number(count)}</span> : null;
}
