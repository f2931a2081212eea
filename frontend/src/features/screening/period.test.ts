import { expect, test } from 'vitest';
import { cuts } from './period';

test('a period is cut into four equal parts, from its first moment to the end of its last day', () => {
  expect(cuts('2026-01-01', '2026-01-04', 'UTC')).toEqual([
    '2026-01-01T00:00:00.000Z',
    '2026-01-02T00:00:00.000Z',
    '2026-01-03T00:00:00.000Z',
    '2026-01-04T00:00:00.000Z',
    '2026-01-05T00:00:00.000Z',
  ]);
});

test('days are those of the reader', () => {
  const [first, ...others] = cuts('2026-01-01', '2026-01-01', 'Asia/Shanghai');
  expect([first, others.at(-1)]).toEqual(['2025-12-31T16:00:00.000Z', '2026-01-01T16:00:00.000Z']);
});
