import { describe, expect, it } from 'vitest';
import { afterAnswer, type Entry, nextOf } from './outbox';

const entry = (key: string, refused?: string): Entry => ({
  key,
  label: key,
  refused,
  kind: 'siteResult',
  input: { idempotencyKey: key, actionId: 'action_1', siteId: 'site_1', result: 'DEALT_WITH' },
});

describe('what waits to be confirmed', () => {
  it('goes when it is confirmed, and only then', () => {
    const waiting = [entry('a'), entry('b')];
    expect(afterAnswer(waiting, 'a', { unreachable: true })).toEqual(waiting);
    expect(afterAnswer(waiting, 'a', { confirmed: true })).toEqual([entry('b')]);
  });

  it('stays with the reason where it was refused, and holds up nothing', () => {
    const waiting = afterAnswer([entry('a'), entry('b')], 'a', { refused: 'Of another action.' });
    expect(waiting[0]?.refused).toBe('Of another action.');
    expect(nextOf(waiting)?.key).toBe('b');
    expect(nextOf([entry('a', 'no')])).toBeUndefined();
  });
});
