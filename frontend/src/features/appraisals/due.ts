import type { AppraisalState } from '@/gql/graphql';
import type { Tone } from '@/ui/state-badge';

export type DueText = 'due' | 'overdue' | 'inTime' | 'late';

/** Two days before it is due it turns amber. */
const SOON_MS = 2 * 86_400_000;
const WAITS: AppraisalState[] = ['ORDERED', 'TAKEN_UP', 'IN_PROGRESS'];
const NEVER: AppraisalState[] = ['DECLINED', 'CANCELLED'];

interface Due {
  state: AppraisalState;
  dueAt: string;
  /** Whether the report is, or came, later than that. */
  overdue: boolean;
}

/** What the day for the report says, and how loudly; nothing where there will be no report. */
export function dueOf({ state, dueAt, overdue }: Due, now = Date.now()): { text: DueText; tone: Tone } | null {
  if (NEVER.includes(state)) return null;
  if (!WAITS.includes(state))
    return overdue ? { text: 'late', tone: 'attention' } : { text: 'inTime', tone: 'neutral' };
  const left = Date.parse(dueAt) - now;
  if (overdue || left < 0) return { text: 'overdue', tone: 'bad' };
  return { text: 'due', tone: left < SOON_MS ? 'attention' : 'neutral' };
}
