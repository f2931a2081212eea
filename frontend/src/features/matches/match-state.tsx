import { useTranslation } from 'react-i18next';
import type { BlindMatchState } from '@/gql/graphql';
import { StateBadge, type Tone } from '@/ui/state-badge';

const TONES: Record<BlindMatchState, Tone> = {
  NEW: 'attention',
  PROPOSED: 'attention',
  WAITING: 'progress',
  DECLINED: 'neutral',
  CONTACT: 'good',
};

interface MatchStateProps {
  match: { state: BlindMatchState; isContactWished: boolean };
}

/** Where a match stands for one's own side, and whether the other one has asked. */
export function MatchState({ match: { state, isContactWished } }: MatchStateProps) {
  const { t } = useTranslation('matches');
  return (
    <>
      <StateBadge tone={TONES[state]} label={t(`states.${state}`)} />
      {isContactWished ? <StateBadge tone="attention" label={t('wished')} /> : null}
    </>
  );
}
