import type { ReferralClockFragment } from '@/gql/graphql';
import type { Tone } from '@/ui/state-badge';

export type ClockText = 'met' | 'metLate' | 'paused' | 'overdue' | 'due';

/** Two days before it is due a clock turns amber. */
const SOON_MS = 2 * 86_400_000;

/** What a clock says, and how loudly. */
export function clockText(
  { metAt, late, dueAt }: Pick<ReferralClockFragment, 'metAt' | 'late' | 'dueAt'>,
  paused: boolean,
  now = Date.now(),
): { text: ClockText; tone: Tone } {
  if (metAt) return late ? { text: 'metLate', tone: 'attention' } : { text: 'met', tone: 'good' };
  if (paused) return { text: 'paused', tone: 'neutral' };
  if (late || Date.parse(dueAt) < now) return { text: 'overdue', tone: 'bad' };
  return { text: 'due', tone: Date.parse(dueAt) - now < SOON_MS ? 'attention' : 'neutral' };
}
