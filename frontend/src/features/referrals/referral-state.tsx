import { useTranslation } from 'react-i18next';
import type { ReferralState } from '@/gql/graphql';
import { StateBadge, type Tone } from '@/ui/state-badge';

const TONES: Record<ReferralState, Tone> = {
  DRAFT: 'neutral',
  PENDING_APPROVAL: 'attention',
  APPROVED: 'progress',
  SENT: 'progress',
  RECEIVED: 'progress',
  UNDER_REVIEW: 'progress',
  INFO_REQUESTED: 'attention',
  ACCEPTED: 'good',
  DECLINED: 'bad',
  CLOSED: 'neutral',
  WITHDRAWN: 'neutral',
};

export function ReferralStateBadge({ state }: { state: ReferralState }) {
  const { t } = useTranslation('referrals');
  return <StateBadge tone={TONES[state]} label={t(`states.${state}`)} />;
}
