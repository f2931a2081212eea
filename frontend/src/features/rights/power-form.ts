import type { OrganizationKind, PoaAction } from '@/gql/graphql';
import { today } from '@/lib/day';
import { yearFrom } from './validity';

/** What a form of a power of attorney holds. */
export interface PowerValues extends Record<string, unknown> {
  principalId: string | null;
  agentId: string | null;
  brandIds: string[];
  actions: PoaAction[];
  validFrom: string;
  validTo: string;
}

/** The side that has to be chosen: an agent firm or an association acts for others, everybody else gives. */
export function openSide(kind: OrganizationKind): 'principalId' | 'agentId' {
  return kind === 'AGENT_FIRM' || kind === 'ASSOCIATION' ? 'principalId' : 'agentId';
}

/** One side is the organisation on whose page the form opens. */
export function emptyPower({ id, kind }: { id: string; kind: OrganizationKind }, from = today()): PowerValues {
  const open = openSide(kind);
  return {
    principalId: open === 'principalId' ? null : id,
    agentId: open === 'agentId' ? null : id,
    brandIds: [],
    actions: ['READ_LEADS'],
    validFrom: from,
    validTo: yearFrom(from),
  };
}
