import type { ServiceCredentialKind } from '@/gql/graphql';

export interface Credential {
  kind: ServiceCredentialKind;
  expiresAt: string;
  revokedAt?: string | null;
}

/** Long enough before its end to hand out another one. */
const SOON_MS = 14 * 86_400_000;

export type CredentialState = 'LIVE' | 'SOON' | 'EXPIRED' | 'ENDED';

export function credentialState({ expiresAt, revokedAt }: Credential, now = Date.now()): CredentialState {
  if (revokedAt) return 'ENDED';
  const left = Date.parse(expiresAt) - now;
  if (left <= 0) return 'EXPIRED';
  return left < SOON_MS ? 'SOON' : 'LIVE';
}

export function isLive(credential: Credential, now = Date.now()): boolean {
  const state = credentialState(credential, now);
  return state === 'LIVE' || state === 'SOON';
}

/**
 * What somebody should know of an account's ways in: that it has none, or when the last of them ends. One that ends
 * while a later one is there concerns nobody: that is how credentials are changed over.
 */
export function accountExpiry(credentials: readonly Credential[], now = Date.now()) {
  const live = credentials.filter((each) => isLive(each, now));
  const [last] = live.map(({ expiresAt }) => expiresAt).sort((one, other) => Date.parse(other) - Date.parse(one));
  if (!last) return { state: 'NONE' as const, at: null };
  return { state: Date.parse(last) - now < SOON_MS ? ('SOON' as const) : ('LIVE' as const), at: last };
}
