import type { DeliveryState } from '@/gql/graphql';
import type { Tone } from '@/ui/state-badge';

export interface Clock {
  state: DeliveryState;
  dueOn: string;
  /** On the recipient's calendar: 0 on the last day, negative when late. */
  workingDaysLeft: number;
  pausedSince?: string | null;
  late: boolean;
}

export type DeadlineText =
  | 'dueIn'
  | 'dueToday'
  | 'overdueBy'
  | 'paused'
  | 'answered'
  | 'answeredLate'
  | 'expired'
  | 'closed';

export interface Deadline {
  text: DeadlineText;
  tone: Extract<Tone, 'neutral' | 'attention' | 'bad' | 'good'>;
  /** Working days, never negative. */
  count: number;
}

/** Amber from here on: two working days are enough to look at a lead, not to forget it again. */
const SOON = 2;

export function deadlineOf({ state, workingDaysLeft, pausedSince, late }: Clock): Deadline {
  const count = Math.abs(workingDaysLeft);
  switch (state) {
    case 'ANSWERED':
      return late ? { text: 'answeredLate', tone: 'attention', count } : { text: 'answered', tone: 'good', count };
    case 'EXPIRED':
      return { text: 'expired', tone: 'bad', count };
    case 'CLOSED':
      return { text: 'closed', tone: 'neutral', count };
    case 'NEEDS_INFO':
      return { text: 'paused', tone: 'neutral', count };
    case 'PUSHED':
    case 'VIEWED':
    case 'ACKNOWLEDGED':
    case 'OVERDUE':
      if (pausedSince) return { text: 'paused', tone: 'neutral', count };
      return runningDeadline(state, workingDaysLeft);
  }
}

function runningDeadline(state: DeliveryState, left: number): Deadline {
  if (left < 0 || state === 'OVERDUE') return { text: 'overdueBy', tone: 'bad', count: Math.abs(left) };
  if (left === 0) return { text: 'dueToday', tone: 'bad', count: 0 };
  return { text: 'dueIn', tone: left <= SOON ? 'attention' : 'neutral', count: left };
}
