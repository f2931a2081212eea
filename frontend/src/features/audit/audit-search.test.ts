import { describe, expect, it } from 'vitest';
import { parseSearch, stringifySearch } from '@/lib/search-params';
import { auditFilter } from './audit-filter';
import { auditSearch } from './audit-search';
import { startOfDay, startOfNextDay } from './day-range';

const read = (address: string) => auditSearch(parseSearch(address));

describe('the audit page in the address', () => {
  it('survives the way there and back', () => {
    const search = {
      actions: ['inviteUser', 'suspendUser'],
      actor: 'person_1',
      object: 'org_1',
      from: '2026-11-01',
      to: '2026-11-22',
      after: 'YWJj==',
    };
    expect(read(stringifySearch(search))).toEqual(search);
  });

  it('drops what is no day', () => {
    expect(read('?from=yesterday&to=2026-02-30')).toEqual({});
    expect(read('?from=0000-01-01&to=2026-13-01')).toEqual({});
  });

  it('includes the last day', () => {
    const { from, to } = auditFilter(read('?from=2026-11-22&to=2026-11-22'), 'Asia/Shanghai');
    expect([from, to]).toEqual(['2026-11-21T16:00:00.000Z', '2026-11-22T16:00:00.000Z']);
  });
});

describe('a day of a time zone', () => {
  it('starts where its clocks say so', () => {
    expect(startOfDay('2026-07-01', 'Europe/Berlin')).toBe('2026-06-30T22:00:00.000Z');
    expect(startOfDay('2026-01-01', 'America/New_York')).toBe('2026-01-01T05:00:00.000Z');
    expect(startOfDay('2026-01-01', 'Asia/Kathmandu')).toBe('2025-12-31T18:15:00.000Z');
  });

  it('has 23 or 25 hours when the clocks change', () => {
    const hours = (day: string) =>
      (Date.parse(startOfNextDay(day, 'Europe/Berlin')) - Date.parse(startOfDay(day, 'Europe/Berlin'))) / 3_600_000;
    expect(hours('2026-03-29')).toBe(23);
    expect(hours('2026-10-25')).toBe(25);
    expect(hours('2026-11-22')).toBe(24);
  });
});
