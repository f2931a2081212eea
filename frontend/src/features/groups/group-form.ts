import { endOf, lastDayOf } from '@/lib/day';

export interface GroupDescription {
  name: string;
  purpose: string;
  confidential: boolean;
  /** A day; empty where the group has no end. */
  expiresAt: string;
}

interface Described {
  name: string;
  purpose: string;
  confidential: boolean;
  expiresAt?: string | null;
}

export function descriptionOf({ name, purpose, confidential, expiresAt }: Described): GroupDescription {
  return { name, purpose, confidential, expiresAt: expiresAt ? lastDayOf(expiresAt) : '' };
}

export function descriptionInput({ name, purpose, confidential, expiresAt }: GroupDescription, now?: Described) {
  return { name: name.trim(), purpose: purpose.trim(), confidential, expiresAt: endOf(expiresAt, now?.expiresAt) };
}
