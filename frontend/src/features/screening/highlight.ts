export interface Sign {
  /** Where the words stand; null where it is no words. */
  field?: string | null;
  words: string;
  weight: number;
}

export interface Piece {
  /** Where it begins. */
  at: number;
  text: string;
  /** What it speaks for; null where no sign is about it. */
  speaks: 'for' | 'against' | null;
}

interface Span {
  start: number;
  end: number;
  speaks: 'for' | 'against';
}

/** Everywhere the words stand; upper and lower case are one where they are not found as they are. */
function spansOf(text: string, { words, weight }: Sign): Span[] {
  const speaks = weight < 0 ? 'against' : 'for';
  const found = placesOf(text, words);
  const places = found.length > 0 ? found : placesOf(text.toLowerCase(), words.toLowerCase());
  return places.map((start) => ({ start, end: start + words.length, speaks }));
}

function placesOf(text: string, words: string): number[] {
  const places: number[] = [];
  if (words.trim() === '') return places;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) places.push(at);
  return places;
}

/** A text in pieces: which of its words are signs. Where signs overlap the longer one counts. */
export function pieces(text: string, signs: readonly Sign[], field: string): Piece[] {
  const spans = signs
    .filter((sign) => sign.field === field && sign.weight !== 0)
    .flatMap((sign) => spansOf(text, sign))
    .sort((one, other) => one.start - other.start || other.end - one.end);
  const parts: Piece[] = [];
  let at = 0;
  const push = (end: number, speaks: Piece['speaks']) => {
    if (end > at) parts.push({ at, text: text.slice(at, end), speaks });
    at = Math.max(at, end);
  };
  for (const { start, end, speaks } of spans) {
    if (start < at) continue;
    push(start, null);
    push(Math.min(end, text.length), speaks);
  }
  push(text.length, null);
  return parts;
}
