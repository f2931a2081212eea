/** What is wrong with rules, as the server says it in English, told apart so that every language has its own words for it. */
const KINDS = [
  ['TOO_LONG', /have more than \d+ bytes/],
  ['TOO_MANY_WORDS', /have more than \d+ words/],
  ['UNREADABLE', /cannot be read: ([\s\S]*)/],
  ['WORD', /^(\w+): `([\s\S]*)` is empty, has more than/],
  ['SHARE', /: the number has to be between 0 and 1/],
  ['PRICE', /the price of `/],
  ['MISPLACED', /cannot stand in rules of this scope/],
  ['OTHER_CAMPAIGN', /have exactly one campaign/],
  ['UNCONDITIONAL', /needs at least one condition/],
  ['NAMES_BRANDS', /cannot name brands/],
] as const;
export type FaultKind = (typeof KINDS)[number][0] | 'OTHER';

export interface Fault {
  kind: FaultKind;
  /** Counted from 1; null where the fault has no place. */
  line: number | null;
  /** What it is about: a word of the text, or what the reader of the text said. */
  about: string;
}

const SENTENCE = /^Please correct this: ([\s\S]*?)\.?$/;

/** What is wrong and where, by what the server said of a text. */
export function faultOf(message: string, text: string): Fault {
  const said = SENTENCE.exec(message)?.[1] ?? message;
  const found = KINDS.find(([, pattern]) => pattern.test(said));
  const kind = found?.[0] ?? 'OTHER';
  const unreadable = kind === 'UNREADABLE' ? (found?.[1].exec(said)?.[1] ?? '') : null;
  const token = /`([^`]+)`/.exec(said)?.[1] ?? '';
  return { kind, line: lineOf(said, token, text), about: unreadable ?? token };
}

/** The line that is named, else the one that begins with the word in question, else the one that has it. */
function lineOf(said: string, token: string, text: string): number | null {
  const named = /\bline (\d+)/.exec(said)?.[1];
  if (named) return Number(named);
  const lines = text.split('\n');
  const list = /^(\w+): /.exec(said)?.[1] ?? '';
  for (const word of [token, list]) {
    if (word.trim() === '') continue;
    const key = lines.findIndex((line) => keyOf(line) === word);
    const at = key >= 0 ? key : lines.findIndex((line) => line.includes(word));
    if (at >= 0) return at + 1;
  }
  return null;
}

/** The key that a line of TOML or JSON begins with. */
function keyOf(line: string): string | null {
  return /^\s*(?:\[\[?\s*)?"?([\w-]+)"?\s*(?:\]\]?|=|:)/.exec(line)?.[1] ?? null;
}

/** Where a line begins and ends, to be shown. */
export function spanOf(text: string, line: number): [start: number, end: number] {
  const lines = text.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  return [start, start + (lines[line - 1]?.length ?? 0)];
}
