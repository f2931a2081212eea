/** Somebody whom a comment in the making names. */
export interface Mentioned {
  id: string;
  name: string;
}

const ASKING = /(?:^|[\s(（，。、])@([^\s@{}]{0,40})$/u;

/** What somebody is writing after an `@`, where the caret stands behind it; nothing where it is no name in the making. */
export function askedName(text: string, caret: number): string | null {
  return ASKING.exec(text.slice(0, caret))?.[1] ?? null;
}

/** The text with the name in the place of what was written of it, and where the caret goes. */
export function withName(text: string, caret: number, name: string): { text: string; caret: number } {
  const asked = askedName(text, caret) ?? '';
  const before = text.slice(0, caret - asked.length);
  const named = `${before}${name} `;
  return { text: named + text.slice(caret), caret: named.length };
}

/**
 * The words as they are sent: a marker in the place of each `@Name`, and whom the markers stand for. Who was chosen and
 * whose name was deleted again is not named.
 */
export function marked(text: string, chosen: readonly Mentioned[]): { body: string; mentions: string[] } {
  const byLength = [...chosen].sort((a, b) => b.name.length - a.name.length);
  const mentions: string[] = [];
  let body = text;
  for (const { id, name } of byLength) {
    if (!body.includes(`@${name}`) || mentions.includes(id)) continue;
    mentions.push(id);
    body = body.replaceAll(`@${name}`, `@{${mentions.length}}`);
  }
  return { body, mentions };
}

/** A part of a comment: words, or a name. */
export interface Part {
  text: string;
  named: boolean;
}

/** A comment's words with the names in the place of their markers. */
export function parts(body: string, mentions: readonly { marker: string; name: string }[]): Part[] {
  let found: Part[] = [{ text: body, named: false }];
  for (const { marker, name } of mentions) {
    found = found.flatMap((part) => {
      if (part.named) return [part];
      const pieces = part.text.split(marker);
      return pieces.flatMap((text, at) =>
        at === 0
          ? [{ text, named: false }]
          : [
              { text: `@${name}`, named: true },
              { text, named: false },
            ],
      );
    });
  }
  return found.filter(({ text }) => text !== '');
}
