import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OfflineActionState } from '@/gql/graphql';
import { StateBadge, type Tone } from '@/ui/state-badge';
import classes from './actions.module.css';

const TONES: Record<OfflineActionState, Tone> = {
  PROPOSED: 'neutral',
  DECONFLICTING: 'attention',
  PLANNED: 'progress',
  APPROVED: 'progress',
  SCHEDULED: 'progress',
  IN_PROGRESS: 'attention',
  EXECUTED: 'progress',
  OUTCOME_RECORDED: 'attention',
  OUTCOME_VERIFIED: 'good',
  FOLLOW_UP: 'progress',
  CLOSED: 'neutral',
  POSTPONED: 'attention',
  ABORTED: 'bad',
  CANCELLED: 'bad',
};

export function ActionStateBadge({ state }: { state: OfflineActionState }) {
  const { t } = useTranslation('actions');
  return <StateBadge tone={TONES[state]} label={t(`states.${state}`)} />;
}

/** That nobody but the team may know of it. */
export function EmbargoBadge() {
  const { t } = useTranslation('actions');
  return (
    <span className={classes.embargo}>
      <IconLock size={13} aria-hidden />
      {t('embargo')}
    </span>
  );
}
