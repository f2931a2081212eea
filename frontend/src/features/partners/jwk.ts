/** The members of a JWK that only its owner may have (RFC 7518 §6). */
const PRIVATE = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

export type JwkFault = 'missing' | 'malformed' | 'set' | 'private';

/**
 * Why what was pasted is no public key. A private one must not leave the browser, so that is found here; which kinds of
 * keys are good is the server's to say.
 */
export function jwkFault(pasted: string): JwkFault | null {
  if (!pasted.trim()) return 'missing';
  let key: unknown;
  try {
    key = JSON.parse(pasted);
  } catch {
    return 'malformed';
  }
  if (typeof key !== 'object' || key === null || Array.isArray(key)) return 'malformed';
  if ('keys' in key) return 'set';
  if (PRIVATE.some((member) => member in key)) return 'private';
  return 'kty' in key ? null : 'malformed';
}
