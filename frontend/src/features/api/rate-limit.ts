/** How somebody stands, as the headers of an answer say (draft-ietf-httpapi-ratelimit-headers). */
export interface Standing {
  /** Points a window. */
  perWindow: number;
  windowSeconds: number;
  left: number;
  /** Seconds until all points are there again. */
  resetsInSeconds: number;
}

const parameter = (header: string, name: string) => {
  const found = new RegExp(`;\\s*${name}=(\\d+)`).exec(header)?.[1];
  return found === undefined ? null : Number(found);
};

/** Null where nobody counts, or in words that are not ours. */
export function standingOf(headers: Headers): Standing | null {
  const policy = headers.get('ratelimit-policy') ?? '';
  const limit = headers.get('ratelimit') ?? '';
  const [perWindow, windowSeconds] = [parameter(policy, 'q'), parameter(policy, 'w')];
  const [left, resetsInSeconds] = [parameter(limit, 'r'), parameter(limit, 't')];
  if (perWindow === null || windowSeconds === null || left === null || resetsInSeconds === null) return null;
  return { perWindow, windowSeconds, left, resetsInSeconds };
}

/** The headers of an answer that say something of limits, as they came. */
export function limitHeaders(headers: Headers): [string, string][] {
  return ['RateLimit-Policy', 'RateLimit', 'Retry-After'].flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value] as [string, string]];
  });
}
