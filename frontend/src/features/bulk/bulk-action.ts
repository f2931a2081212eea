import type { BulkActionInput, Priority, RejectReason, Tlp, Verdict } from '@/gql/graphql';

export const LEAD_ACTIONS = ['triage', 'share', 'assign', 'raiseTlp', 'reject'] as const;
export const DELIVERY_ACTIONS = ['acknowledge', 'answer'] as const;
export type BulkActionKind = (typeof LEAD_ACTIONS)[number] | (typeof DELIVERY_ACTIONS)[number];

/** What a person needs to be offered an action; whether it is allowed to each one, the preview says. */
export const NEEDED = {
  triage: 'LEAD_TRIAGE',
  share: 'LEAD_SHARE',
  assign: 'LEAD_FOLLOW',
  raiseTlp: 'LEAD_SHARE',
  reject: 'LEAD_REJECT',
  acknowledge: 'DELIVERY_ANSWER',
  answer: 'DELIVERY_ANSWER',
} as const satisfies Record<BulkActionKind, string>;

/** What the forms of all actions fill in; each reads its own part. */
export interface BulkValues extends Record<string, unknown> {
  source: string;
  information: string;
  priority: Priority;
  rejectReason: RejectReason;
  organizationIds: string[];
  groupIds: string[];
  /** Null for nobody. */
  personId: string | null;
  tlp: Tlp;
  verdict: Verdict;
  reason: string;
}

export const BULK_VALUES: BulkValues = {
  source: 'C',
  information: '3',
  priority: 'NORMAL',
  rejectReason: 'DUPLICATE',
  organizationIds: [],
  groupIds: [],
  personId: null,
  tlp: 'AMBER_STRICT',
  verdict: 'CONFIRMED',
  reason: '',
};

/** The action as the server takes it. */
export function bulkAction(kind: BulkActionKind, values: BulkValues): BulkActionInput {
  const reason = values.reason.trim();
  switch (kind) {
    case 'triage':
      return {
        triage: {
          grade: values.source + values.information,
          priority: values.priority,
          overrideReason: reason || undefined,
        },
      };
    case 'reject':
      return { reject: { reason: values.rejectReason, note: reason || undefined } };
    case 'share':
      return {
        share: {
          grants: [
            ...values.organizationIds.map((organizationId) => ({ organizationId })),
            ...values.groupIds.map((groupId) => ({ groupId })),
          ],
          reason: reason || undefined,
        },
      };
    case 'assign':
      return { assign: { personId: values.personId ?? undefined } };
    case 'raiseTlp':
      return { raiseTlp: { tlp: values.tlp, reason } };
    case 'acknowledge':
      return { acknowledge: true };
    case 'answer':
      return { answer: { verdict: values.verdict, reason } };
  }
}

/** What has to be filled in before the server is asked. */
export function missing(kind: BulkActionKind, values: BulkValues): 'reason' | 'organizationIds' | null {
  if ((kind === 'raiseTlp' || kind === 'answer') && !values.reason.trim()) return 'reason';
  if (kind === 'share' && values.organizationIds.length + values.groupIds.length === 0) return 'organizationIds';
  return null;
}
