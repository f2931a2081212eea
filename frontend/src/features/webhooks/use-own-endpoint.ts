import type { WebhookEndpointPageFragment } from '@/gql/graphql';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';

/**
 * Whether an endpoint is of one's own organisation. Whoever looks after all of them may stop those of others, but not
 * say where they lead, nor send anything to them.
 */
export function useOwnEndpoint({ account }: Pick<WebhookEndpointPageFragment, 'account'>): boolean {
  const viewer = useViewer();
  return may(viewer, 'WEBHOOK_MANAGE') && account.organization.id === viewer.organization.id;
}
