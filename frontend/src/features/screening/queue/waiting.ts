import type { ScreenedOfferFragment } from '@/gql/graphql';
import type { Asked } from '../address';

type Row = Pick<
  ScreenedOfferFragment,
  'id' | 'version' | 'state' | 'score' | 'watched' | 'brand' | 'infringementTypes'
>;

/** Ids of what was judged here, with the version that was seen: it is out of sight before the server has answered. */
export type Judged = ReadonlyMap<string, number>;

/** Whether a list that is narrowed so would have it. */
export function fits(row: Row, asked: Asked): boolean {
  const { brandIds, states, infringementTypes, leastScore, watched } = asked;
  return (
    states.includes(row.state) &&
    (!brandIds || brandIds.includes(row.brand.id)) &&
    (!infringementTypes || row.infringementTypes.some((type) => infringementTypes.includes(type))) &&
    (typeof leastScore !== 'number' || row.score >= leastScore) &&
    (typeof watched !== 'boolean' || row.watched === watched)
  );
}

/** The list as it was read, then what came with answers, each once as it was seen last; without what was judged meanwhile. */
export function waiting<Each extends Row>(
  read: readonly Each[],
  come: readonly Each[],
  judged: Judged,
  asked: Asked,
): Each[] {
  const latest = new Map<string, Each>();
  for (const row of [...read, ...come]) {
    const known = latest.get(row.id);
    if (!known || known.version < row.version) latest.set(row.id, row);
  }
  return [...latest.values()].filter((row) => (judged.get(row.id) ?? 0) < row.version && fits(row, asked));
}

/** What is looked at after a row has gone: the one below it, else the one above. */
export function after(rows: readonly Pick<Row, 'id'>[], id: string): string | undefined {
  const at = rows.findIndex((row) => row.id === id);
  return rows[at + 1]?.id ?? rows[at - 1]?.id;
}
