import { Disposition } from '@/gql/graphql';

/** What one person can write down of goods; that they were destroyed two people say, with a certificate. */
export const BY_ONE = Object.values(Disposition).filter((value) => value !== 'DESTROYED');
