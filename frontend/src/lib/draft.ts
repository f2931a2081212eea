import { useCallback, useRef } from 'react';

const PREFIX = 'touchstone.draft.';
const WRITER = 'touchstone.writer';

/** Text that survives a reload or a lost session in this tab, until it is sent. */
export function readDraft<Value>(key: string): Value | null {
  const stored = sessionStorage.getItem(PREFIX + key);
  return stored === null ? null : (JSON.parse(stored) as Value);
}

export function writeDraft(key: string, value: unknown) {
  sessionStorage.setItem(PREFIX + key, JSON.stringify(value));
}

export function discardDraft(key: string) {
  sessionStorage.removeItem(PREFIX + key);
}

/** Nobody else who uses this tab shall read them. */
export function discardDrafts() {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}

/** Drafts outlive a lost session for the person who wrote them alone. */
export function keepDraftsOf(person: string) {
  if (sessionStorage.getItem(WRITER) === person) return;
  discardDrafts();
  sessionStorage.setItem(WRITER, person);
}

/** One key per form on the screen: sending twice creates once. Call `renew` after a success. */
export function useIdempotencyKey() {
  const key = useRef(crypto.randomUUID());
  const renew = useCallback(() => {
    key.current = crypto.randomUUID();
  }, []);
  return [key, renew] as const;
}
