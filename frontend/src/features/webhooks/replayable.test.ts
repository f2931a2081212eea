import { expect, test } from 'vitest';
import { isReplayable, replayable } from './replayable';

test('only what arrived or was given up is sent again', () => {
  const states = ['QUEUED', 'CLAIMED', 'DELIVERED', 'DEAD', 'WITHHELD'] as const;
  expect(states.filter((state) => isReplayable({ state }))).toEqual(['DELIVERED', 'DEAD']);
});

test('a tick on what is gone from the page, or on its way again, counts no more', () => {
  const page = [
    { id: 'msg_1', state: 'DEAD' as const },
    { id: 'msg_2', state: 'QUEUED' as const },
    { id: 'msg_3', state: 'DELIVERED' as const },
  ];
  expect(replayable(page, new Set(['msg_1', 'msg_2', 'msg_9']))).toEqual(['msg_1']);
});
