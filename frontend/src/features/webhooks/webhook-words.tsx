import { useTranslation } from 'react-i18next';
import type { WebhookEndpointState, WebhookMessageState } from '@/gql/graphql';
import { StateBadge, type Tone } from '@/ui/state-badge';

const ENDPOINT_TONES: Record<WebhookEndpointState, Tone> = { ACTIVE: 'good', PAUSED: 'attention', DISABLED: 'bad' };
const MESSAGE_TONES: Record<WebhookMessageState, Tone> = {
  QUEUED: 'progress',
  CLAIMED: 'progress',
  DELIVERED: 'good',
  DEAD: 'bad',
  WITHHELD: 'neutral',
};

interface EndpointStateBadgeProps {
  state: WebhookEndpointState;
  failingSince?: string | null;
}

/** One that is sent to but does not take it is told apart from one that works. */
export function EndpointStateBadge({ state, failingSince }: EndpointStateBadgeProps) {
  const { t } = useTranslation(['enums', 'webhooks']);
  if (state === 'ACTIVE' && failingSince) return <StateBadge tone="bad" label={t('webhooks:failing')} />;
  return <StateBadge tone={ENDPOINT_TONES[state]} label={t(`enums:webhookEndpointState.${state}`)} />;
}

export function MessageStateBadge({ state }: { state: WebhookMessageState }) {
  const { t } = useTranslation('enums');
  return <StateBadge tone={MESSAGE_TONES[state]} label={t(`webhookMessageState.${state}`)} />;
}
