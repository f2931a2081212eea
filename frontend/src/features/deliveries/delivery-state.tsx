import { useTranslation } from 'react-i18next';
import type { DeliveryState, Verdict } from '@/gql/graphql';
import { StateBadge, type Tone } from '@/ui/state-badge';

const TONES: Record<DeliveryState, Tone> = {
  PUSHED: 'progress',
  VIEWED: 'neutral',
  ACKNOWLEDGED: 'progress',
  NEEDS_INFO: 'attention',
  ANSWERED: 'good',
  OVERDUE: 'bad',
  EXPIRED: 'bad',
  CLOSED: 'neutral',
};

const VERDICT_TONES: Record<Verdict, Tone> = {
  CONFIRMED: 'bad',
  NOT_INFRINGING: 'good',
  NEEDS_TEST_PURCHASE: 'attention',
  NOT_MY_BRAND: 'neutral',
  NEEDS_INFO: 'attention',
};

export function DeliveryStateBadge({ state }: { state: DeliveryState }) {
  const { t } = useTranslation('inbox');
  return <StateBadge tone={TONES[state]} label={t(`state.${state}`)} />;
}

export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation('enums');
  return <StateBadge tone={VERDICT_TONES[verdict]} label={t(`verdict.${verdict}`)} />;
}
