import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { ReferralClockFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { StateBadge } from '@/ui/state-badge';
import { clockText } from './clock';

graphql(`
  fragment ReferralClock on ReferralClock {
    dueOn
    dueAt
    provisional
    metAt
    late
    extensions
  }
  fragment ReferralClocks on Referral {
    id
    receipt {
      ...ReferralClock
    }
    decision {
      ...ReferralClock
    }
    pausedSince
  }
`);

interface ClockBadgeProps {
  clock: ReferralClockFragment;
  paused?: boolean;
}

/** "due Fri 27 Feb": the words say it, the colour only hurries. */
export function ClockBadge({ clock, paused = false }: ClockBadgeProps) {
  const { t } = useTranslation('referrals');
  const { day } = useFormats();
  const { text, tone } = clockText(clock, paused);
  const star = clock.provisional && !clock.metAt ? ' *' : '';
  return (
    <span title={star ? t('clock.provisional') : undefined}>
      <StateBadge tone={tone} label={`${t(`clock.${text}`, { day: day(clock.dueOn) })}${star}`} />
    </span>
  );
}
