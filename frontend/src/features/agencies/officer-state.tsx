import { useTranslation } from 'react-i18next';
import type { OfficerState } from '@/gql/graphql';
import { StateBadge, type Tone } from '@/ui/state-badge';

const TONES: Record<OfficerState, Tone> = {
  PROPOSED: 'progress',
  VERIFIED: 'good',
  LAPSED: 'attention',
  REVOKED: 'bad',
};

export function OfficerStateBadge({ state }: { state: OfficerState }) {
  const { t } = useTranslation('agencies');
  return <StateBadge tone={TONES[state]} label={t(`officerStates.${state}`)} />;
}

/** Whether somebody is there now; nothing where nobody said when. */
export function OnDuty({ now }: { now: boolean | null | undefined }) {
  const { t } = useTranslation('agencies');
  if (now === null || now === undefined) return null;
  return <StateBadge tone={now ? 'good' : 'neutral'} label={t(now ? 'onDuty' : 'offDuty')} />;
}
