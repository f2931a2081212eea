import { expect, it } from 'vitest';
import { daysOfWindow } from './action-windows';

it('lie on the days that they have at their sites', () => {
  expect(daysOfWindow({ startsLocal: '2026-03-12T06:00', endsLocal: '2026-03-12T12:00' })).toEqual(['2026-03-12']);
  expect(daysOfWindow({ startsLocal: '2026-03-31T22:00', endsLocal: '2026-04-02T02:00' })).toEqual([
    '2026-03-31',
    '2026-04-01',
    '2026-04-02',
  ]);
});

it('are not on the day that begins when they end', () => {
  expect(daysOfWindow({ startsLocal: '2026-03-12T18:00', endsLocal: '2026-03-13T00:00' })).toEqual(['2026-03-12']);
});
