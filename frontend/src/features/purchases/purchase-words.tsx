import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { PurchaseState } from '@/gql/graphql';
import { StateBadge, type Tone } from '@/ui/state-badge';

graphql(`
  fragment PurchaseSum on Money {
    amount
    currency
  }
`);

const TONES: Record<PurchaseState, Tone> = {
  REQUESTED: 'attention',
  APPROVED: 'progress',
  REJECTED: 'bad',
  CANCELLED: 'neutral',
  HOLD_EXPIRED: 'bad',
  ASSIGNED: 'progress',
  ORDERED: 'progress',
  SHIPPED: 'progress',
  RECEIVED: 'attention',
  NOT_DELIVERED: 'bad',
  SELLER_CANCELLED: 'bad',
  LOST: 'bad',
  IN_APPRAISAL: 'progress',
  APPRAISED: 'good',
  CLOSED: 'neutral',
};

export function PurchaseStateBadge({ state }: { state: PurchaseState }) {
  const { t } = useTranslation('purchases');
  return <StateBadge tone={TONES[state]} label={t(`states.${state}`)} />;
}
