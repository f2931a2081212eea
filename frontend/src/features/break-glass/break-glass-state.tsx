import { useTranslation } from 'react-i18next';
import type { BreakGlassState } from '@/gql/graphql';
import { StateBadge, type Tone } from '@/ui/state-badge';

const TONES: Record<BreakGlassState, Tone> = {
  ASKED: 'attention',
  LAPSED: 'neutral',
  APPROVED: 'bad',
  OVER: 'neutral',
  ENDED: 'neutral',
  DECLINED: 'neutral',
  WITHDRAWN: 'neutral',
};

/** A lead that is open past its owner is marked like an alarm; what is over is quiet. */
export function BreakGlassStateBadge({ state }: { state: BreakGlassState }) {
  const { t } = useTranslation('breakGlass');
  return <StateBadge tone={TONES[state]} label={t(`states.${state}`)} />;
}

/** Until when the lead is or was open; nothing where it was ended before, at a moment that the server does not tell. */
export function openUntilOf({ state, expiresAt }: { state: BreakGlassState; expiresAt?: string | null }) {
  return state === 'ENDED' ? null : expiresAt;
}
