import { useLocalName } from '@/lib/local-name';

interface Owned {
  /** Null for others where the owner must not be named. */
  owner?: { name: string; nameZh?: string | null } | null;
  /** Its name, or the pseudonym that it has in this lead. */
  ownerName: string;
}

/** A lead's owner as the reader may know it. */
export function useOwnerName() {
  const localName = useLocalName();
  return ({ owner, ownerName }: Owned) => (owner ? localName(owner) : ownerName);
}
