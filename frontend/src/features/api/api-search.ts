import { one, searchShape, text } from '@/lib/search-params';

export const VIEWS = { CONSOLE: 'console', SCHEMA: 'schema' } as const;
export type View = (typeof VIEWS)[keyof typeof VIEWS];

/** What of the schema is looked at is in the address, so that a field can be linked to: `?type=Lead&field=items`. */
export const apiSearch = searchShape({ view: one(VIEWS), type: text, field: text, q: text });
