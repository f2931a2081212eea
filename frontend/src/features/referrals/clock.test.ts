import { expect, it } from 'vitest';
import { clockText } from './clock';

const NOW = Date.parse('2026-03-01T08:00:00Z');
const clock = { dueAt: '2026-03-10T16:00:00Z', metAt: null, late: false };

it('a clock hurries before it is due, and says when it was late', () => {
  expect(clockText(clock, false, NOW)).toEqual({ text: 'due', tone: 'neutral' });
  expect(clockText({ ...clock, dueAt: '2026-03-02T16:00:00Z' }, false, NOW)).toEqual({
    text: 'due',
    tone: 'attention',
  });
  expect(clockText({ ...clock, late: true }, false, NOW)).toEqual({ text: 'overdue', tone: 'bad' });
  expect(clockText({ ...clock, metAt: '2026-03-01T07:00:00Z' }, false, NOW)).toEqual({ text: 'met', tone: 'good' });
  expect(clockText({ ...clock, metAt: '2026-03-11T07:00:00Z', late: true }, false, NOW).text).toBe('metLate');
});

it('a clock that stands still hurries nobody', () => {
  expect(clockText({ ...clock, dueAt: '2026-02-01T16:00:00Z' }, true, NOW)).toEqual({
    text: 'paused',
    tone: 'neutral',
  });
});
