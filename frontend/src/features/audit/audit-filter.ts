import type { AuditSearch } from './audit-search';
import { startOfDay, startOfNextDay } from './day-range';

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
