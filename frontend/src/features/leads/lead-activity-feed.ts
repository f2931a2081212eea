import { useEffect, useRef, useState } from 'react';
import { useSubscription } from 'urql';
import { graphql } from '@/gql';
import { hasErrorCode } from '@/lib/errors';

const LeadActivityFeed = graphql(`
  subscription LeadActivityFeed($leadId: ID) {
    leadActivity(leadId: $leadId) {
      id
      kind
      at
      lead {
        id
        state
        tlp
        priority
        version
      }
    }
  }
`);

const AGAIN_MS = 3_000;

/**
 * A signal that changes with everything that happens to one lead, or to any lead the viewer can see. A broken stream is
 * taken up again and counts as a signal too, because something may have been missed. Who follows one lead and has lost
 * sight of it is told by `onLost`, at once.
 */
export function useLeadActivity(leadId?: string, onLost?: () => void): string | undefined {
  const [{ data, error }, subscribe] = useSubscription({ query: LeadActivityFeed, variables: { leadId } });
  const [breaks, setBreaks] = useState(0);
  const lost = useRef(onLost);
  lost.current = onLost;
  useEffect(() => {
    if (!error) return;
    if (hasErrorCode(error, 'NOT_FOUND')) lost.current?.();
    const timer = setTimeout(() => {
      setBreaks((count) => count + 1);
      subscribe();
    }, AGAIN_MS);
    return () => clearTimeout(timer);
  }, [error, subscribe]);
  const latest = data?.leadActivity.id;
  return latest || breaks > 0 ? `${latest ?? ''}#${breaks}` : undefined;
}
