import type { SubjectKind } from '@/gql/graphql';

/** A form for each kind, in a square of 24: the graph and its legend draw the same. */
export const SYMBOLS: Record<SubjectKind, string> = {
  PERSON: 'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20Z',
  COMPANY: 'M3 3H21V21H3Z',
  SHOP_ACCOUNT: 'M12 2L22 10L18 22H6L2 10Z',
  PAYMENT_ACCOUNT: 'M12 1L23 12L12 23L1 12Z',
  SITE: 'M12 2L23 21H1Z',
  PHONE: 'M7 1H17V23H7Z',
  VEHICLE: 'M1 12L6 4H18L23 12L18 20H6Z',
  DOMAIN: 'M12 1L15 9L23 12L15 15L12 23L9 15L1 12L9 9Z',
};
