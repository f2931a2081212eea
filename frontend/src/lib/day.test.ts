import { describe, expect, it } from 'vitest';
import { addDays, parseDay, today, todayIn } from './day';

describe('a typed day', () => {
  it('is read in the ways the portal writes one', () => {
    for (const typed of ['2026-02-27', '27 Feb 2026', '2026年2月27日', '27/2/2026', '27.02.2026', ' 27 february 2026 '])
      expect(parseDay(typed)).toBe('2026-02-27');
  });

  it('is none while it is unfinished or not in the calendar', () => {
    for (const typed of [
      '',
      '27',
      '27 Feb',
      '27 Feb 20',
      '2026-02',
      '2026-02-30',
      '31/4/2026',
      '27 Fbe 2026',
      '2026年2月',
    ])
      expect(parseDay(typed)).toBeNull();
  });
});

it('is today by the clocks of UTC', () => {
  expect(today(new Date('2026-02-28T23:59:00+08:00'))).toBe('2026-02-28');
  expect(today(new Date('2026-03-01T07:59:00+08:00'))).toBe('2026-02-28');
});

it('steps over the ends of months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
});

describe('the day that it is', () => {
  const now = new Date('2026-12-01T19:30:00Z');

  it.each([
    ['UTC', '2026-12-01'],
    ['Asia/Shanghai', '2026-12-02'],
    ['America/Los_Angeles', '2026-12-01'],
  ])('in %s', (zone, day) => {
    expect(todayIn(zone, now)).toBe(day);
  });
});
