import { EvidenceAction } from '@/gql/graphql';
import { one, searchShape } from '@/lib/search-params';

/** The dialog on the page of a piece of evidence is in the address: the back button closes it. */
export const evidencePageSearch = searchShape({ do: one(EvidenceAction) });
