import { isDay } from '@/lib/day';
import { keysetParams } from '@/lib/keyset';
import { ids, type SearchOf, searchShape, text } from '@/lib/search-params';

const day = (raw: unknown) => (typeof raw === 'string' && isDay(raw) ? raw : undefined);

const shape = { ...keysetParams, actions: ids, actor: text, object: text, from: day, to: day };

export type AuditSearch = SearchOf<typeof shape>;
export const auditSearch = searchShape(shape);
