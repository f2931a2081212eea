import { expect, it } from 'vitest';
import { moveInto } from './board-moves';

it('moves a card only where the server allows the step behind it', () => {
  const card = { state: 'VIEWED', allowedActions: ['ACKNOWLEDGE', 'ANSWER'] } as const;
  expect(moveInto('taken', card)).toBe('ACKNOWLEDGE');
  expect(moveInto('answered', card)).toBe('ANSWER');
  expect(moveInto('waiting', card)).toBeNull();
  expect(moveInto('overdue', card)).toBeNull();
  expect(moveInto('taken', { ...card, allowedActions: [] })).toBeNull();
});

it('settles what has expired', () => {
  const card = { state: 'EXPIRED', allowedActions: ['SETTLE'] } as const;
  expect(moveInto('waiting', card)).toBe('SETTLE');
  expect(moveInto('answered', card)).toBe('SETTLE');
});
