import type { ViewerFragment } from '@/gql/graphql';

type Permitted = Pick<ViewerFragment, 'permissions'>;

/** Whether the permission table gives the viewer this action at all; the objects' `allowedActions` say the rest. */
export function may({ permissions }: Permitted, action: string): boolean {
  return permissions.some((permission) => permission.action === action && permission.scope !== 'NO');
}

/** The same, to be asked later. */
export function permitted(action: string) {
  return (viewer: Permitted) => may(viewer, action);
}

/** Who triages every lead, not only the own ones, works the alliance's desk. */
export function isDesk({ permissions }: Permitted): boolean {
  return permissions.some(({ action, scope }) => action === 'LEAD_TRIAGE' && scope === 'ALL');
}

/** Inspects samples. */
export function isAppraiser(viewer: Permitted): boolean {
  return may(viewer, 'APPRAISAL_REPORT');
}

/** Has something to answer or to triage. */
export function hasInbox(viewer: Permitted): boolean {
  return may(viewer, 'DELIVERY_ANSWER') || isDesk(viewer);
}

/**
 * Whose deliveries fill the inbox: the own organisation's. The desk watches all of them, and an agent answers for its
 * principals.
 */
export function inboxRecipient(viewer: Permitted & Pick<ViewerFragment, 'organization'>): string | undefined {
  return isDesk(viewer) || viewer.organization.kind === 'AGENT_FIRM' ? undefined : viewer.organization.id;
}

/** The page that opens after sign-in: where this person's work is. */
export function homeOf(viewer: Permitted): '/inbox' | '/leads' | '/appraisals' | '/organizations' {
  if (hasInbox(viewer)) return '/inbox';
  if (may(viewer, 'LEAD_READ')) return '/leads';
  return isAppraiser(viewer) ? '/appraisals' : '/organizations';
}
