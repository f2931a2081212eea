import { describe, expect, it } from 'vitest';
import { daysOf, span, stepped } from './days';

describe('the days of a view', () => {
  it('are a week from Monday to Sunday', () => {
    expect(daysOf('week', '2026-03-11')).toEqual([
      '2026-03-09',
      '2026-03-10',
      '2026-03-11',
      '2026-03-12',
      '2026-03-13',
      '2026-03-14',
      '2026-03-15',
    ]);
    expect(daysOf('week', '2026-03-15')[0]).toBe('2026-03-09');
  });

  it('are six weeks around a month', () => {
    const days = daysOf('month', '2026-03-31');
    expect([days.length, days[0], days[41]]).toEqual([42, '2026-02-23', '2026-04-05']);
  });
});

it('steps over the end of a year, and from a long month into a short one', () => {
  expect(stepped('month', '2026-01-31', 1)).toBe('2026-02-01');
  expect(stepped('month', '2026-01-31', -1)).toBe('2025-12-01');
  expect(stepped('week', '2026-12-30', 1)).toBe('2027-01-06');
});

it('asks for a little more than the days, because the end of a day is elsewhere another moment', () => {
  expect(span(['2026-03-09', '2026-03-15'])).toEqual({
    dueFrom: '2026-03-08T00:00:00Z',
    dueTo: '2026-03-18T00:00:00Z',
  });
});
