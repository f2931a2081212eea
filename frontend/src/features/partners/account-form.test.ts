import { expect, test } from 'vitest';
import { accountDescriptionOf, accountInput, NEW_ACCOUNT, networksError } from './account-form';

test('an account that nobody changed is sent as it was', () => {
  const account = { name: 'Crawler', description: null, scopes: ['LEADS_READ' as const], networks: ['192.0.2.0/24'] };
  expect(accountInput(accountDescriptionOf(account))).toEqual(account);
});

test('what surrounds the words is left out, and an empty description is none', () => {
  const input = accountInput({ ...NEW_ACCOUNT, name: ' Crawler ', description: '  ', networks: [' 2001:db8::/32'] });
  expect(input).toEqual({ name: 'Crawler', description: null, scopes: [], networks: ['2001:db8::/32'] });
});

test('a refusal of one network stands at the field of all', () => {
  expect(networksError({ 'networks.2': 'No network.' })).toBe('No network.');
  expect(networksError({ networks: 'Too many.' })).toBe('Too many.');
  expect(networksError({ name: 'Too long.' })).toBeUndefined();
});
