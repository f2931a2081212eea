import type { WebhookKind } from '@/gql/graphql';

/** What an endpoint may choose, by what it is about. A ping comes whenever somebody asks for one. */
export const KIND_GROUPS = {
  lead: [
    'LEAD_SUBMITTED',
    'LEAD_TRIAGED',
    'LEAD_REJECTED',
    'LEAD_MERGED',
    'LEAD_SHARED',
    'LEAD_RESOLVED',
    'LEAD_REOPENED',
    'LEAD_RETRACTED',
  ],
  delivery: [
    'DELIVERY_PUSHED',
    'DELIVERY_ACKNOWLEDGED',
    'DELIVERY_VERDICT',
    'DELIVERY_INFO_REQUESTED',
    'DELIVERY_INFO_ANSWERED',
  ],
  comment: ['COMMENT_ADDED'],
} as const satisfies Record<string, readonly WebhookKind[]>;

export type KindGroup = keyof typeof KIND_GROUPS;
export const GROUPS = Object.keys(KIND_GROUPS) as KindGroup[];

/** Ticks all of a group, or takes all of it away where all of it is ticked. */
export function toggleGroup(chosen: readonly WebhookKind[], group: KindGroup): WebhookKind[] {
  const kinds: readonly WebhookKind[] = KIND_GROUPS[group];
  const others = chosen.filter((kind) => !kinds.includes(kind));
  return kinds.every((kind) => chosen.includes(kind)) ? others : [...others, ...kinds];
}
