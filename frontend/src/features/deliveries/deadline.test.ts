import { describe, expect, it } from 'vitest';
import type { DeliveryState } from '@/gql/graphql';
import { deadlineOf } from './deadline';

function clock(state: DeliveryState, workingDaysLeft: number, more: { pausedSince?: string; late?: boolean } = {}) {
  return deadlineOf({ state, workingDaysLeft, dueOn: '2026-02-27', late: false, ...more });
}

describe('deadlineOf', () => {
  it.each([
    ['PUSHED', 5, 'dueIn', 'neutral', 5],
    ['VIEWED', 3, 'dueIn', 'neutral', 3],
    ['ACKNOWLEDGED', 2, 'dueIn', 'attention', 2],
    ['PUSHED', 1, 'dueIn', 'attention', 1],
    ['PUSHED', 0, 'dueToday', 'bad', 0],
    ['VIEWED', -1, 'overdueBy', 'bad', 1],
    ['OVERDUE', -4, 'overdueBy', 'bad', 4],
    // The deadline was this noon: marked overdue while the calendar still says zero days.
    ['OVERDUE', 0, 'overdueBy', 'bad', 0],
    ['NEEDS_INFO', 2, 'paused', 'neutral', 2],
    ['ANSWERED', 2, 'answered', 'good', 2],
    ['EXPIRED', -6, 'expired', 'bad', 6],
    ['CLOSED', -6, 'closed', 'neutral', 6],
  ] as const)('%s with %i working days left is %s, %s', (state, left, text, tone, count) => {
    expect(clock(state, left)).toEqual({ text, tone, count });
  });

  it('does not run while it is paused', () => {
    expect(clock('VIEWED', -1, { pausedSince: '2026-02-20T08:00:00Z' }).text).toBe('paused');
  });

  it('says when an answer came late', () => {
    expect(clock('ANSWERED', -2, { late: true })).toMatchObject({ text: 'answeredLate', tone: 'attention' });
  });
});
