import { useTranslation } from 'react-i18next';
import type { LeadState, Priority } from '@/gql/graphql';
import { StateBadge, type Tone } from '@/ui/state-badge';
import classes from './lead-state.module.css';

const TONES: Record<LeadState, Tone> = {
  DRAFT: 'neutral',
  SUBMITTED: 'attention',
  TRIAGED: 'progress',
  REJECTED: 'neutral',
  MERGED: 'neutral',
  SHARED: 'progress',
  RESOLVED: 'good',
  RETRACTED: 'bad',
};

export function LeadStateBadge({ state }: { state: LeadState }) {
  const { t } = useTranslation('enums');
  return <StateBadge tone={TONES[state]} label={t(`leadState.${state}`)} />;
}

const BARS: Record<Priority, number> = { LOW: 1, NORMAL: 2, HIGH: 3, URGENT: 4 };

/** Four rising bars, as many filled as the matter is urgent; the word is there for who cannot see them. */
export function PriorityMark({ priority, label = false }: { priority: Priority; label?: boolean }) {
  const { t } = useTranslation('enums');
  const text = t(`priority.${priority}`);
  return (
    <span className={classes.priority} data-priority={priority} title={label ? undefined : text}>
      <svg
        viewBox="0 0 16 16"
        width="16"
        height="16"
        role="img"
        aria-label={label ? undefined : text}
        aria-hidden={label}
      >
        {[0, 1, 2, 3].map((bar) => (
          <rect
            key={bar}
            x={1 + bar * 3.75}
            y={10 - bar * 3}
            width="2.6"
            height={4 + bar * 3}
            rx="1"
            opacity={bar < BARS[priority] ? 1 : 0.22}
          />
        ))}
      </svg>
      {label ? text : null}
    </span>
  );
}
