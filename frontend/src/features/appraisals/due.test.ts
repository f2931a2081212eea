import { expect, it } from 'vitest';
import { dueOf } from './due';

const NOW = Date.parse('2026-12-02T12:00:00Z');

it.each([
  ['ORDERED', '2026-12-09T16:00:00Z', false, { text: 'due', tone: 'neutral' }],
  ['IN_PROGRESS', '2026-12-04T11:00:00Z', false, { text: 'due', tone: 'attention' }],
  ['TAKEN_UP', '2026-12-02T11:59:59Z', false, { text: 'overdue', tone: 'bad' }],
  ['ORDERED', '2026-12-09T16:00:00Z', true, { text: 'overdue', tone: 'bad' }],
  ['REPORTED', '2026-12-01T16:00:00Z', false, { text: 'inTime', tone: 'neutral' }],
  ['FINAL', '2026-12-01T16:00:00Z', true, { text: 'late', tone: 'attention' }],
  ['DECLINED', '2026-12-01T16:00:00Z', false, null],
  ['CANCELLED', '2026-12-01T16:00:00Z', true, null],
] as const)('an appraisal that is %s and due %s', (state, dueAt, overdue, expected) => {
  expect(dueOf({ state, dueAt, overdue }, NOW)).toEqual(expected);
});
