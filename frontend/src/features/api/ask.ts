import { GRAPHQL_URL, session } from '@/lib/browser-session';
import { limitHeaders, type Standing, standingOf } from './rate-limit';
import type { Variables } from './variables';

export interface ApiRequest {
  query: string;
  operationName?: string;
  variables?: Variables;
}

export interface Answer {
  status: number;
  /** The body, laid out where it is JSON. */
  text: string;
  /** Messages of what went wrong. */
  errors: string[];
  /** Codes of what went wrong. */
  codes: string[];
  /** Points that it cost; null where the server does not say. */
  cost: number | null;
  milliseconds: number;
  bytes: number;
  standing: Standing | null;
  limits: [string, string][];
}

/** What a request needs of the browser. */
export interface Ports {
  post(body: string): Promise<Response>;
  /** Makes the session good again. */
  renew(): Promise<unknown>;
  now(): number;
}

/**
 * The server as the signed-in person, by the token alone: without the cookie nothing that is tried here renews or ends the
 * portal's own session behind its back.
 */
export const server: Ports = {
  post: async (body) => {
    if (session.expiresSoon) await session.refresh();
    const headers = {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      authorization: `Bearer ${session.token ?? ''}`,
    };
    return fetch(GRAPHQL_URL, { method: 'POST', credentials: 'omit', cache: 'no-store', headers, body });
  },
  renew: () => session.refresh(),
  now: () => performance.now(),
};

interface Body {
  data?: unknown;
  errors?: { message?: unknown; extensions?: { code?: unknown } }[];
  extensions?: { cost?: unknown };
}

/** Sends a request as it stands, and says what came back and what it cost. Throws where the server cannot be reached. */
export async function ask(ports: Ports, request: ApiRequest): Promise<Answer> {
  const body = JSON.stringify({ ...request, extensions: { cost: true } });
  let begun = ports.now();
  let response = await ports.post(body);
  // What was refused for its token did not run, so a new one may carry it.
  if (response.status === 401) {
    await ports.renew();
    begun = ports.now();
    response = await ports.post(body);
  }
  const text = await response.text();
  const milliseconds = Math.round(ports.now() - begun);
  const parsed = json(text);
  const { errors, extensions } = (parsed ?? {}) as Body;
  const list = Array.isArray(errors) ? errors : [];
  return {
    status: response.status,
    text: parsed === undefined ? text : JSON.stringify(parsed, null, 2),
    errors: list.map(({ message }) => String(message)),
    codes: list.flatMap(({ extensions }) => (typeof extensions?.code === 'string' ? [extensions.code] : [])),
    cost: typeof extensions?.cost === 'number' ? extensions.cost : null,
    milliseconds,
    bytes: new TextEncoder().encode(text).length,
    standing: standingOf(response.headers),
    limits: limitHeaders(response.headers),
  };
}

function json(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
