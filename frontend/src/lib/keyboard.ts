import { useEffect, useRef } from 'react';

/** Single letters act only where nobody is typing and no dialog is open. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName);
}

export type KeyMap = Record<string, (event: KeyboardEvent) => void>;

export function useKeys(keys: KeyMap, active = true) {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    if (!active) return;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
      if (document.querySelector('[role="dialog"]')) return;
      const act = current.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!act) return;
      event.preventDefault();
      act(event);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [active]);
}

/** Moves the focus among the rows of a list: J down, K up. */
export function stepFocus(root: HTMLElement | null, step: 1 | -1) {
  const rows = [...(root?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])];
  const at = rows.findIndex((row) => row === document.activeElement || row.getAttribute('aria-current') === 'true');
  const next = rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + step, 0), rows.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
