import type { CombinedError } from '@urql/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Language } from '@/gql/graphql';
import { errorCode } from '@/lib/errors';
import { localeOf, switchLocale } from '@/lib/i18n';
import type { GuestSession } from './guest-session';

/** How a session came to its end. */
export type GuestEnd = 'left' | 'ended';

export interface GuestPageProps {
  session: GuestSession;
  /** Whether it was opened just now, and not before the page was loaded anew. */
  isNew: boolean;
  onEnd: (how: GuestEnd) => void;
}

interface Read<Found> {
  found?: Found | null;
  error?: CombinedError;
}

/** What this session shows, read anew when the tab comes back; `read` stays the same function. */
export function useGuest<Found extends { language: Language }>(
  { session, isNew, onEnd }: GuestPageProps,
  read: (token: string) => Promise<Read<Found>>,
) {
  const [found, setFound] = useState<Found | null>(null);
  const [failed, setFailed] = useState(false);
  const spoken = useRef(!isNew);
  const show = useCallback((next: Found) => {
    // Once, in the officer's own language; the switch stands above.
    if (!spoken.current) void switchLocale(localeOf(next.language));
    spoken.current = true;
    setFound(next);
  }, []);
  const reload = useCallback(async () => {
    const { found: next, error } = await read(session.token);
    if (next) show(next);
    else if (error && errorCode(error) === 'TOKEN_INVALID') onEnd('ended');
    setFailed(!next);
  }, [session, read, show, onEnd]);
  useEffect(() => {
    void reload();
    const back = () => void (document.visibilityState === 'visible' && reload());
    document.addEventListener('visibilitychange', back);
    return () => document.removeEventListener('visibilitychange', back);
  }, [reload]);
  // What is on the screen goes with the session.
  useEffect(() => {
    const left = Date.parse(session.expiresAt) - Date.now();
    const timer = setTimeout(() => onEnd('ended'), Math.max(left, 0));
    return () => clearTimeout(timer);
  }, [session, onEnd]);
  return { found, failed, show, reload };
}
