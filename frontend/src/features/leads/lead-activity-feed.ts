import { useSubscription } from 'urql';
import { graphql } from '@/gql';

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

/** The latest thing that happened to one lead, or to any lead the viewer can see. */
export function useLeadActivity(leadId?: string) {
  const [{ data }] = useSubscription({ query: LeadActivityFeed, variables: { leadId } });
  return data?.leadActivity;
}
