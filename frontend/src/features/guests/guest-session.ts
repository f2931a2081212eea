import { useSyncExternalStore } from 'react';
import type { GuestTarget } from '@/gql/graphql';

/** What this tab knows of a guest: enough to come back from the mailbox, and gone with the tab. */
export interface GuestSession {
  /** What it shows. */
  opens: GuestTarget;
  token: string;
  expiresAt: string;
}

interface Kept {
  /** What stands behind the `#`: a tab that follows another link begins anew. */
  link: string;
  askedAt?: number;
  /** What the link opens, as the server said when a code was asked for. */
  opens?: GuestTarget;
  session?: GuestSession;
}

const KEPT = 'touchstone.guest';
/** As long as a code is good. */
const CODE_MS = 10 * 60_000;

function read(link: string): Kept {
  const stored = sessionStorage.getItem(KEPT);
  const kept = stored === null ? null : (JSON.parse(stored) as Kept);
  return kept?.link === link ? kept : { link };
}

const write = (kept: Kept) => sessionStorage.setItem(KEPT, JSON.stringify(kept));

export function keptSession(link: string): GuestSession | null {
  const { session } = read(link);
  return session && Date.parse(session.expiresAt) > Date.now() ? session : null;
}

export const keepSession = (link: string, session: GuestSession) => write({ link, session });

/** What the code opens that is on its way or there; nothing where none is. */
export function askedFor(link: string): GuestTarget | null {
  const { askedAt = 0, opens } = read(link);
  return opens && Date.now() - askedAt < CODE_MS ? opens : null;
}

export const keepAsked = (link: string, opens: GuestTarget) => write({ link, askedAt: Date.now(), opens });

export const forgetGuest = () => sessionStorage.removeItem(KEPT);

function subscribe(listener: () => void) {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** What stands in the fragment, which browsers never send. */
export const useLink = () => useSyncExternalStore(subscribe, () => location.hash.slice(1));
