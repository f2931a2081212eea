import { type Grant, Session } from './session';

/** The header a form cannot send: proof that a request carrying the cookie came from this portal. */
export const CSRF_HEADERS = { 'x-touchstone-csrf': '1' };
export const GRAPHQL_URL = '/graphql';

const HINT = 'touchstone.signed-in';
/** What the server says when it cannot answer now: that ends no session. */
const PASSING = new Set(['UNAVAILABLE', 'INTERNAL', 'RATE_LIMITED']);
const REFRESH = 'mutation RefreshSession { refreshSession { accessToken expiresIn userErrors { code } } }';

interface Answer {
  data?: { refreshSession?: Partial<Grant> | null } | null;
  errors?: { extensions?: { code?: string } }[];
}

async function requestRefresh(): Promise<Grant | null> {
  const response = await fetch(GRAPHQL_URL, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...CSRF_HEADERS },
    body: JSON.stringify({ query: REFRESH, operationName: 'RefreshSession' }),
  });
  if (response.status >= 500) throw new Error(`refresh answered ${response.status}`);
  const answer = (await response.json()) as Answer;
  const passing = answer.errors?.find(({ extensions }) => PASSING.has(extensions?.code ?? ''));
  if (passing) throw new Error(`refresh answered ${passing.extensions?.code}`);
  const { accessToken, expiresIn } = answer.data?.refreshSession ?? {};
  return accessToken && expiresIn ? { accessToken, expiresIn } : null;
}

export const session = new Session({
  requestRefresh,
  exclusively: (task) =>
    navigator.locks ? (navigator.locks.request('touchstone.refresh', task) as ReturnType<typeof task>) : task(),
  now: Date.now,
  hint: {
    read: () => localStorage.getItem(HINT) === '1',
    write: (signedIn) => (signedIn ? localStorage.setItem(HINT, '1') : localStorage.removeItem(HINT)),
  },
});
