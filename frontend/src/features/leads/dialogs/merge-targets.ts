import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { DuplicateLeadFragment, LeadState } from '@/gql/graphql';
import { isReference } from '@/lib/reference';

const MergeTargets = graphql(`
  query MergeTargets($search: String!, $isReference: Boolean!, $states: [LeadState!]) {
    byReference: leadByReference(reference: $search) @include(if: $isReference) {
      ...DuplicateLead
    }
    leads(first: 20, filter: { search: $search, states: $states }) @skip(if: $isReference) {
      nodes {
        ...DuplicateLead
      }
    }
  }
`);

/** Only these are offered in a list; of one that is named the server says why it does not do. */
const OPEN: LeadState[] = ['TRIAGED', 'SHARED'];
const MIN_SEARCH = 2;

interface Merging {
  id: string;
  possibleDuplicates: readonly DuplicateLeadFragment[];
}

/** Leads with which this one may go on: those with the same listing, or what is looked for by reference or words. */
export function useMergeTargets({ id, possibleDuplicates }: Merging) {
  const [typed, onSearch] = useState('');
  const search = /^ld-/i.test(typed.trim()) ? typed.trim().toUpperCase() : typed.trim();
  const pause = search.length < MIN_SEARCH;
  const [{ data }] = useQuery({
    query: MergeTargets,
    variables: { search, isReference: isReference(search), states: OPEN },
    pause,
  });
  const offered = possibleDuplicates.filter(({ state }) => OPEN.includes(state));
  const found = data?.byReference ? [data.byReference] : (data?.leads?.nodes ?? []);
  const shown = pause ? offered : found;
  const options = shown
    .filter((lead) => lead.id !== id)
    .map((lead) => ({ value: lead.id, label: `${lead.reference} · ${lead.title}` }));
  return { options, onSearch };
}
