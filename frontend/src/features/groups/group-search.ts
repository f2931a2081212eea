import type { SharingGroupAction } from '@/gql/graphql';
import { keysetParams } from '@/lib/keyset';
import { flag, searchShape, step } from '@/lib/search-params';

export const groupSearch = searchShape({ ...keysetParams, mine: flag });

/** The dialog on a group's page is in the address: it can be linked to and the back button closes it. */
export const groupPageSearch = searchShape({ do: step<SharingGroupAction>() });
