import { expect, test } from 'vitest';
import { goesBy, isChanged, type Preference } from './preferences';

const usual: Preference = {
  kind: 'COMMENTED',
  mayBeOff: true,
  channel: 'PORTAL',
  usual: 'PORTAL',
  channels: ['NONE', 'PORTAL', 'DIGEST', 'MAIL'],
};

test('what is as for everybody was not changed', () => {
  expect(isChanged([usual])).toBe(false);
  expect(isChanged([usual, { ...usual, kind: 'VERDICT', channel: 'MAIL' }])).toBe(true);
});

test('a channel is used where something goes by it', () => {
  expect(goesBy(undefined, 'MAIL')).toBe(false);
  expect(goesBy([usual], 'MAIL')).toBe(false);
  expect(goesBy([usual, { ...usual, channel: 'MAIL' }], 'MAIL')).toBe(true);
});
