import { expect, test } from 'vitest';
import { accountExpiry, type Credential, credentialState, isLive } from './credential-expiry';

const now = Date.parse('2026-03-01T00:00:00Z');
const until = (expiresAt: string, revokedAt: string | null = null): Credential => ({
  kind: 'SECRET',
  expiresAt,
  revokedAt,
});

test('a credential is live until it ends or is ended', () => {
  expect(credentialState(until('2026-09-01T00:00:00Z'), now)).toBe('LIVE');
  expect(credentialState(until('2026-03-14T23:59:59Z'), now)).toBe('SOON');
  expect(credentialState(until('2026-03-15T00:00:00Z'), now)).toBe('LIVE');
  expect(credentialState(until('2026-03-01T00:00:00Z'), now)).toBe('EXPIRED');
  expect(credentialState(until('2026-09-01T00:00:00Z', '2026-02-01T00:00:00Z'), now)).toBe('ENDED');
  expect(isLive(until('2026-03-02T00:00:00Z'), now)).toBe(true);
  expect(isLive(until('2026-02-28T00:00:00Z'), now)).toBe(false);
});

test('an account is told of when the last of its ways in ends soon', () => {
  expect(accountExpiry([until('2026-03-10T00:00:00Z')], now)).toEqual({ state: 'SOON', at: '2026-03-10T00:00:00Z' });
});

test('nobody is told of one that is replaced already', () => {
  const both = [until('2026-03-10T00:00:00Z'), until('2026-08-10T00:00:00Z')];
  expect(accountExpiry(both, now)).toEqual({ state: 'LIVE', at: '2026-08-10T00:00:00Z' });
});

test('an account without a live credential has none', () => {
  const dead = [until('2026-02-10T00:00:00Z'), until('2026-08-10T00:00:00Z', '2026-02-11T00:00:00Z')];
  expect(accountExpiry(dead, now)).toEqual({ state: 'NONE', at: null });
  expect(accountExpiry([], now).state).toBe('NONE');
});
