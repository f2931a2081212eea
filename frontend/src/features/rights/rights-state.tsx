import { useTranslation } from 'react-i18next';
import type { AuthorizedPartyState, BrandState, PoaState } from '@/gql/graphql';
import { StateBadge, type Tone } from '@/ui/state-badge';

const PARTY_TONES: Record<AuthorizedPartyState, Tone> = { ACTIVE: 'good', EXPIRED: 'neutral', REVOKED: 'bad' };
const POWER_TONES: Record<PoaState, Tone> = {
  SUBMITTED: 'attention',
  VERIFIED: 'good',
  EXPIRED: 'neutral',
  REVOKED: 'bad',
};

export function BrandStateBadge({ state }: { state: BrandState }) {
  const { t } = useTranslation('enums');
  return <StateBadge tone={state === 'ACTIVE' ? 'good' : 'neutral'} label={t(`brandState.${state}`)} />;
}

export function PartyStateBadge({ state }: { state: AuthorizedPartyState }) {
  const { t } = useTranslation('enums');
  return <StateBadge tone={PARTY_TONES[state]} label={t(`authorizedPartyState.${state}`)} />;
}

export function PowerStateBadge({ state }: { state: PoaState }) {
  const { t } = useTranslation('enums');
  return <StateBadge tone={POWER_TONES[state]} label={t(`poaState.${state}`)} />;
}
