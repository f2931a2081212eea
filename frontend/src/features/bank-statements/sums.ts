import { decimalOf, minorOf, placesOf } from '@/features/funds/minor';

interface Money {
  amount: string;
  currency: string;
}

/** What is ticked on both sides, by id. */
export interface Picked {
  lines: ReadonlyMap<string, Money>;
  entries: ReadonlyMap<string, Money>;
}

export const NOTHING: Picked = { lines: new Map(), entries: new Map() };

/** Ticks what was not ticked, and the other way round. */
export function toggled(picked: Picked, side: keyof Picked, id: string, amount: Money): Picked {
  const next = new Map(picked[side]);
  if (!next.delete(id)) next.set(id, amount);
  return { ...picked, [side]: next };
}

/** What the bank says less what the ledger says: nothing is left where they are the same money. */
export function differenceOf({ lines, entries }: Picked): Money | null {
  const all = [...lines.values(), ...entries.values()];
  const [first] = all;
  if (!first || all.some(({ currency }) => currency !== first.currency)) return null;
  const sum = (side: ReadonlyMap<string, Money>) => [...side.values()].reduce((so, each) => so + minorOf(each), 0n);
  return { amount: decimalOf(sum(lines) - sum(entries), placesOf(first)), currency: first.currency };
}

/** Most of each side that the server takes at once. */
const MOST = 50;

/** Whether it can be matched: something, on both sides, and exactly the same. */
export function isWhole(picked: Picked): boolean {
  const { lines, entries } = picked;
  // An entry and its reversal come to nothing, and no line of the bank shows them.
  if (entries.size === 0 || lines.size > MOST || entries.size > MOST) return false;
  if (lines.size === 0 && entries.size < 2) return false;
  const difference = differenceOf(picked);
  return difference !== null && minorOf(difference) === 0n;
}

/** What counts as ticked: a line that is only looked at stands for itself as soon as entries are ticked. */
export function effective(picked: Picked, current: { id: string; amount: Money } | undefined): Picked {
  if (picked.lines.size > 0 || picked.entries.size === 0 || !current) return picked;
  return { ...picked, lines: new Map([[current.id, current.amount]]) };
}
