export interface Mark {
  start: number;
  length: number;
}

export interface Part {
  at: number;
  text: string;
  marked: boolean;
}

/** A text in parts, marked and not. The server counts characters as Unicode does, not as UTF-16. */
export function parts(text: string, marks: readonly Mark[]): Part[] {
  const characters = Array.from(text);
  const found: Part[] = [];
  let at = 0;
  const push = (end: number, marked: boolean) => {
    if (end > at) found.push({ at, text: characters.slice(at, end).join(''), marked });
    at = Math.max(at, end);
  };
  for (const { start, length } of marks) {
    push(start, false);
    push(start + length, true);
  }
  push(characters.length, false);
  return found;
}
