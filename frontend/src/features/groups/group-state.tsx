import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SharingGroupState } from '@/gql/graphql';
import { StateBadge, type Tone } from '@/ui/state-badge';
import classes from './groups.module.css';

const TONES: Record<SharingGroupState, Tone> = { ACTIVE: 'good', EXPIRED: 'attention', CLOSED: 'neutral' };

export function GroupStateBadge({ state }: { state: SharingGroupState }) {
  const { t } = useTranslation('enums');
  return <StateBadge tone={TONES[state]} label={t(`sharingGroupState.${state}`)} />;
}

export function ConfidentialBadge() {
  const { t } = useTranslation('groups');
  return (
    <span className={classes.confidential}>
      <IconLock size={13} aria-hidden />
      {t('confidential')}
    </span>
  );
}
