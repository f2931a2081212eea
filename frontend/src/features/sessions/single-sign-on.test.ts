import { afterEach, expect, test, vi } from 'vitest';
import { fromProvider, providerFor } from './single-sign-on';

afterEach(() => vi.unstubAllGlobals());

function answers(body: unknown) {
  const fetch = vi.fn(async () => new Response(JSON.stringify(body)));
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

test('the way to the provider is what the server says', async () => {
  const fetch = answers({ data: { signInMethods: { password: true, singleSignOn: { url: '/sso/start?domain=a' } } } });
  expect(await providerFor('ann@a')).toBe('/sso/start?domain=a');
  expect(JSON.stringify(fetch.mock.calls)).toContain('ann@a');
  answers({ data: { signInMethods: { password: true, singleSignOn: null } } });
  expect(await providerFor('ann@b')).toBeNull();
});

test('a server that does not answer is not taken for one without a provider', async () => {
  answers({ errors: [{ message: 'no' }] });
  expect(await providerFor('ann@a')).toBeUndefined();
  vi.stubGlobal('fetch', () => Promise.reject(new Error('offline')));
  expect(await providerFor('ann@a')).toBeUndefined();
});

test('only a fragment that was meant for it holds a token', () => {
  expect(fromProvider('#link=v1.a-b_c').link).toBe('v1.a-b_c');
  expect(fromProvider('#factor=abc&methods=TOTP,RECOVERY_CODE').challenge).toEqual({
    token: 'abc',
    methods: ['TOTP', 'RECOVERY_CODE'],
    passkeyOptions: null,
  });
  const options = { challenge: 'q-_', allowCredentials: [{ id: 'a', type: 'public-key' }] };
  const sent = new URLSearchParams({ factor: 'abc', methods: 'PASSKEY', passkey: JSON.stringify(options) });
  expect(fromProvider(`#${sent}`).challenge).toEqual({ token: 'abc', methods: ['PASSKEY'], passkeyOptions: options });
  expect(fromProvider('#factor=abc&passkey=%7Bcut').challenge?.passkeyOptions).toBeNull();
  for (const other of ['', '#', '#link=', '#factor=', '#other=1']) {
    expect(fromProvider(other)).toEqual({ link: undefined, challenge: undefined });
  }
});
