import { isDay } from '@/lib/day';
import { keysetParams } from '@/lib/keyset';
import { ids, type SearchOf, searchShape, text } from '@/lib/search-params';
import { startOfDay, startOfNextDay } from './day-range';

const day = (raw: unknown) => (typeof raw === 'string' && isDay(raw) ? raw : undefined);

const shape = { ...keysetParams, actions: ids, actor: text, object: text, from: day, to: day };

export type AuditSearch = SearchOf<typeof shape>;
export const auditSearch = searchShape(shape);

/** The address as the query's variables; days are those of the reader's time zone, the last one included. */
export function auditFilter({ actions, actor, object, from, to }: AuditSearch, timeZone: string) {
  return {
    actions,
    actorId: actor,
    objectId: object,
    from: from && startOfDay(from, timeZone),
    to: to && startOfNextDay(to, timeZone),
  };
}
