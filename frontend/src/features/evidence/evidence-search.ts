import type { EvidenceAction } from '@/gql/graphql';
import { searchShape, step } from '@/lib/search-params';

/** The dialog on the page of a piece of evidence is in the address: the back button closes it. */
export const evidencePageSearch = searchShape({ do: step<EvidenceAction>() });
