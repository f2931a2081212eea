import { type ReferralAction, ReferralState } from '@/gql/graphql';
import { keysetParams } from '@/lib/keyset';
import { flag, many, type SearchOf, searchShape, step } from '@/lib/search-params';

const shape = { ...keysetParams, all: flag, states: many(ReferralState) };

export type ReferralSearch = SearchOf<typeof shape>;
export const referralSearch = searchShape(shape);

/** The address as the query's variables: what an act is still expected of, unless something else is asked for. */
export function referralFilter({ all, states }: ReferralSearch) {
  return { states, open: all || states ? undefined : true };
}

/** The dialog on a referral's page is in the address: it can be linked to and the back button closes it. */
export const referralPageSearch = searchShape({ do: step<ReferralAction>() });
