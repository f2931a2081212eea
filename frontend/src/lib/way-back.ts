const KEY = 'touchstone.way-back';

/** Where somebody wanted to go who leaves for the organisation's own sign-in; kept in this tab. */
export function keepWay(to: string | undefined) {
  if (to) sessionStorage.setItem(KEY, to);
  else sessionStorage.removeItem(KEY);
}

/** Where to go on after that, once. */
export function takeWay(): string {
  const to = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return to ?? '/';
}
