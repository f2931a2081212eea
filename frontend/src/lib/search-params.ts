/**
 * Every filter is in the address, readable: `/leads?states=SUBMITTED,TRIAGED&search=watch`. Values that mean nothing
 * are dropped, so that an old bookmark still opens the page.
 */

export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const pairs = Object.entries(search)
    .filter(([, value]) => value !== undefined && value !== null && value !== '' && value !== false)
    .filter(([, value]) => !Array.isArray(value) || value.length > 0)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value)).replaceAll('%2C', ',')}`);
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

type Reader<T> = (raw: unknown) => T | undefined;

export const text: Reader<string> = (raw) => (typeof raw === 'string' && raw !== '' ? raw : undefined);

export const flag: Reader<true> = (raw) => (raw === 'true' || raw === true ? true : undefined);

export function one<T extends string>(values: Record<string, T>): Reader<T> {
  return (raw) => Object.values(values).find((value) => value === raw);
}

/**
 * A step of an object. Its page compares it with what is allowed there before anything comes of it, so that no first page
 * carries a list of all steps.
 */
export function step<T extends string>(): Reader<T> {
  return (raw) => (typeof raw === 'string' && /^[A-Z_]+$/.test(raw) ? (raw as T) : undefined);
}

export function many<T extends string>(values: Record<string, T>): Reader<T[]> {
  return (raw) => {
    const asked = Array.isArray(raw) ? raw : typeof raw === 'string' ? raw.split(',') : [];
    const known = Object.values(values).filter((value) => asked.includes(value));
    return known.length > 0 ? known : undefined;
  };
}

export const ids: Reader<string[]> = (raw) => {
  const asked = Array.isArray(raw) ? raw : typeof raw === 'string' ? raw.split(',').filter(Boolean) : [];
  return asked.length > 0 ? asked : undefined;
};

export type SearchOf<Shape extends Record<string, Reader<unknown>>> = {
  [Key in keyof Shape]?: NonNullable<ReturnType<Shape[Key]>>;
};

/**
 * Builds a route's `validateSearch` from one reader per parameter. What means nothing is there as undefined: the router
 * lays this over what the address says, and would keep a parameter that is absent here.
 */
export function searchShape<Shape extends Record<string, Reader<unknown>>>(shape: Shape) {
  return (raw: Record<string, unknown>): SearchOf<Shape> => {
    const read = Object.entries(shape).map(([key, reader]) => [key, reader(raw[key])] as const);
    return Object.fromEntries(read) as SearchOf<Shape>;
  };
}
