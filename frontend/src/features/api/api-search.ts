import { flag, searchShape, text } from '@/lib/search-params';

/** What of the schema is looked at is in the address, so that a field can be linked to: `?type=Lead&field=items`. */
export const apiSearch = searchShape({ type: text, field: text, q: text, trial: flag });
