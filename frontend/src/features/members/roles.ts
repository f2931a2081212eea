import type { OrganizationKind, Role } from '@/gql/graphql';

/**
 * Which roles a form offers; the server decides. It knows the same table (`OrganizationKind::roles`), the graph does not
 * tell it.
 */
export const ROLES: Record<OrganizationKind, readonly Role[]> = {
  MEMBER_BRAND: ['MA', 'MI', 'MF', 'AP'],
  ASSOCIATION: ['MA', 'MI', 'MC'],
  AGENT_FIRM: ['MA', 'MI', 'MC'],
  LE_AGENCY: ['LE'],
  LAB: ['AP'],
  PLATFORM: ['PS'],
  SECRETARIAT: ['SA', 'SO', 'FM'],
  AUDITOR: ['AU'],
};

/** Where there is nothing to choose, it is chosen. */
export function firstRoles(kind: OrganizationKind): Role[] {
  const roles = ROLES[kind];
  return roles.length === 1 ? [...roles] : [];
}
