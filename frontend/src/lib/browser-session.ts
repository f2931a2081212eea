import { graphql } from '@/gql';
import { requestFor, send } from './documents';
import { type Grant, Session } from './session';

/** The header a form cannot send: proof that a request carrying the cookie came from this portal. */
export const CSRF_HEADERS = { 'x-touchstone-csrf': '1' };
export const GRAPHQL_URL = '/graphql';

const HINT = 'touchstone.signed-in';
/** What the server says when it cannot answer now: that ends no session. */
const PASSING = new Set(['UNAVAILABLE', 'INTERNAL', 'RATE_LIMITED']);
const REFRESH = graphql(`
  mutation RefreshSession {
    refreshSession { accessToken expiresIn userErrors { code } }
  }
`);

interface Answer {
  data?: { refreshSession?: (Partial<Grant> & { userErrors?: { code: string }[] }) | null } | null;
  errors?: { extensions?: { code?: string } }[];
}

/** Another tab's answer brings the new cookie within a moment. */
const ELSEWHERE_TRIES = 5;
const ELSEWHERE_MS = 200;

async function requestRefresh(): Promise<Grant | null> {
  for (let tries = 0; tries < ELSEWHERE_TRIES; tries++) {
    const { accessToken, expiresIn, userErrors = [] } = await refreshOnce();
    if (accessToken && expiresIn) return { accessToken, expiresIn };
    if (!userErrors.some(({ code }) => code === 'REFRESHED_ELSEWHERE')) return null;
    await new Promise((resolve) => setTimeout(resolve, ELSEWHERE_MS));
  }
  throw new Error('another tab refreshes and does not end');
}

async function refreshOnce() {
  const response = await send(GRAPHQL_URL, requestFor(REFRESH), {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...CSRF_HEADERS },
  });
  if (response.status >= 500) throw new Error(`refresh answered ${response.status}`);
  const answer = (await response.json()) as Answer;
  const passing = answer.errors?.find(({ extensions }) => PASSING.has(extensions?.code ?? ''));
  if (passing) throw new Error(`refresh answered ${passing.extensions?.code}`);
  return answer.data?.refreshSession ?? {};
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
