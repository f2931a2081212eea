import { IconGavel } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EvidenceState } from '@/gql/graphql';
import { StateBadge, type Tone } from '@/ui/state-badge';
import classes from './evidence.module.css';

const TONES: Record<EvidenceState, Tone> = { HELD: 'good', QUARANTINED: 'bad', DESTROYED: 'neutral' };

export function EvidenceStateBadge({ state }: { state: EvidenceState }) {
  const { t } = useTranslation('evidence');
  return <StateBadge tone={TONES[state]} label={t(`states.${state}`)} />;
}

export function HoldBadge() {
  const { t } = useTranslation('evidence');
  return (
    <span className={classes.hold}>
      <IconGavel size={13} aria-hidden />
      {t('onHold')}
    </span>
  );
}
