import { afterEach, expect, test, vi } from 'vitest';
import { session } from './browser-session';

afterEach(() => vi.unstubAllGlobals());

function answers(status: number, body: unknown) {
  const response = new Response(JSON.stringify(body), { status });
  vi.stubGlobal('fetch', () => Promise.resolve(response));
}

test.each(['UNAVAILABLE', 'INTERNAL', 'RATE_LIMITED'])('%s for a moment ends no session', async (code) => {
  answers(200, { data: null, errors: [{ message: 'Try again.', extensions: { code } }] });
  expect(await session.refresh()).toBe('unreachable');
});

test('a token that is not good is a refusal', async () => {
  answers(200, { data: { refreshSession: { accessToken: null, userErrors: [{ code: 'TOKEN_INVALID' }] } } });
  expect(await session.refresh()).toBe('refused');
});

test('a new token is a session', async () => {
  answers(200, { data: { refreshSession: { accessToken: 'x.y.z', expiresIn: 600, userErrors: [] } } });
  expect(await session.refresh()).toBe('refreshed');
});

test('a token that another tab has just used is asked for again, with the cookie it got', async () => {
  const bodies = [
    { accessToken: null, userErrors: [{ code: 'REFRESHED_ELSEWHERE' }] },
    { accessToken: 'x.y.z', expiresIn: 600, userErrors: [] },
  ];
  vi.stubGlobal('fetch', () =>
    Promise.resolve(new Response(JSON.stringify({ data: { refreshSession: bodies.shift() } }))),
  );
  expect(await session.refresh()).toBe('refreshed');
});
