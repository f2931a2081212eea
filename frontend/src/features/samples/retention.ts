import type { Tone } from '@/ui/state-badge';

const DAY_MS = 86_400_000;
/** From here on somebody should think of what is to become of it. */
const SOON_DAYS = 60;

export type RetentionText = 'held' | 'over' | 'days' | 'years';

export interface Retention {
  text: RetentionText;
  tone: Tone;
  /** Days or years, never negative. */
  count: number;
}

/** How long a sample is still kept; a legal hold goes before every day. */
export function retentionOf(until: string, onHold: boolean, now = Date.now()): Retention {
  const days = Math.ceil((Date.parse(until) - now) / DAY_MS);
  if (onHold) return { text: 'held', tone: 'attention', count: Math.max(days, 0) };
  if (days <= 0) return { text: 'over', tone: 'attention', count: 0 };
  if (days > 730) return { text: 'years', tone: 'neutral', count: Math.floor(days / 365) };
  return { text: 'days', tone: days <= SOON_DAYS ? 'attention' : 'neutral', count: days };
}
