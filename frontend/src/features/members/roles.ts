import type { OrganizationKind, Role } from '@/gql/graphql';

/**
 * Which roles a form offers; the server decides. It knows the same table (`OrganizationKind::roles`), the graph does not
 * tell it. The first of a kind is its administrator's.
 */
const ROLES: Record<OrganizationKind, readonly Role[]> = {
  MEMBER_BRAND: ['MA', 'MI', 'MF', 'AP'],
  ASSOCIATION: ['MA', 'MI', 'MC'],
  AGENT_FIRM: ['MA', 'MI', 'MC'],
  LE_AGENCY: ['LE'],
  LAB: ['AP'],
  PLATFORM: ['PS'],
  SECRETARIAT: ['SA', 'SO', 'FM'],
  AUDITOR: ['AU'],
};

interface Home {
  id: string;
  kind: OrganizationKind;
}

/** In another organisation one gives its administrator's role only, and what somebody holds may stay. */
export function offeredRoles(home: Home, viewer: Pick<Home, 'id'>, held: readonly Role[] = []): Role[] {
  return ROLES[home.kind].filter((role, at) => at === 0 || home.id === viewer.id || held.includes(role));
}

/** Where there is nothing to choose, it is chosen. */
export function chosenRoles(chosen: Role[], offered: Role[]): Role[] {
  return chosen.length === 0 && offered.length === 1 ? offered : chosen;
}
