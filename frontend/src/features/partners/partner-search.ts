import { ServiceAccountAction } from '@/gql/graphql';
import { keysetParams } from '@/lib/keyset';
import { one, searchShape } from '@/lib/search-params';

export const partnersSearch = searchShape(keysetParams);

/** The dialog on an account's page is in the address: it can be linked to and the back button closes it. */
export const accountSearch = searchShape({ do: one(ServiceAccountAction) });
