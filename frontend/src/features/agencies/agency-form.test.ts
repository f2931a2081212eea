import { describe, expect, it } from 'vitest';
import {
  hoursInput,
  hoursOf,
  hoursTogether,
  isRange,
  jurisdictionsInput,
  jurisdictionsOf,
  runsOf,
} from './agency-form';

const HOURS = [
  { day: 'TUESDAY' as const, from: '08:30', to: '17:30' },
  { day: 'MONDAY' as const, from: '08:30', to: '17:30' },
  { day: 'SATURDAY' as const, from: '09:00', to: '24:00' },
];

describe('the hours of an agency', () => {
  it('stand together where they are the same, and are sent day by day', () => {
    expect(hoursTogether(HOURS)).toEqual([
      { days: ['MONDAY', 'TUESDAY'], from: '08:30', to: '17:30' },
      { days: ['SATURDAY'], from: '09:00', to: '24:00' },
    ]);
    expect(hoursInput(hoursOf(HOURS))).toEqual([HOURS[1], HOURS[0], HOURS[2]]);
  });

  it('may be typed in short and have to end after they begin', () => {
    expect(hoursInput([{ key: '1', days: ['FRIDAY'], from: '830', to: '9.15' }])).toEqual([
      { day: 'FRIDAY', from: '08:30', to: '09:15' },
    ]);
    expect(isRange({ from: '08:30', to: '24:00' })).toBe(true);
    expect(isRange({ from: '17:00', to: '9:00' })).toBe(false);
    expect(isRange({ from: 'morning', to: '12:00' })).toBe(false);
    expect(isRange({ from: '08:61', to: '12:00' })).toBe(false);
  });

  it('are told in runs of days', () => {
    expect(runsOf(['MONDAY', 'TUESDAY', 'WEDNESDAY', 'SATURDAY'])).toEqual([
      ['MONDAY', 'WEDNESDAY'],
      ['SATURDAY', 'SATURDAY'],
    ]);
  });
});

it('a jurisdiction without a division is the whole country', () => {
  const values = jurisdictionsOf([{ country: 'CN', divisionCode: '3301' }, { country: 'PT' }]);
  expect(jurisdictionsInput(values)).toEqual([
    { country: 'CN', divisionCode: '3301' },
    { country: 'PT', divisionCode: undefined },
  ]);
});
