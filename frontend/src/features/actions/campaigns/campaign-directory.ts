import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { Option } from '@/ui/remote-select';

const CampaignDirectory = graphql(`
  query CampaignDirectory($filter: EnforcementOperationFilter) {
    enforcementOperations(first: 20, filter: $filter) {
      nodes {
        id
        name
        reference
      }
    }
  }
`);

const CampaignName = graphql(`
  query CampaignName($id: ID!) {
    enforcementOperation(id: $id) {
      id
      name
      reference
    }
  }
`);

interface Directory {
  options: Option[];
  onSearch: (search: string) => void;
}

/**
 * Campaigns that the viewer sees, found by a part of their name or reference; `open` leaves out those to which no action
 * can come any more. The one that was chosen before has its name, whatever is searched for.
 */
export function useCampaignDirectory(chosen: string | null | undefined, open?: true): Directory {
  const [text, onSearch] = useState('');
  const [{ data }] = useQuery({ query: CampaignDirectory, variables: { filter: { text: text || undefined, open } } });
  const found = (data?.enforcementOperations.nodes ?? []).map(optionOf);
  const missing = chosen !== null && chosen !== undefined && !found.some(({ value }) => value === chosen);
  const [{ data: named }] = useQuery({
    query: CampaignName,
    variables: { id: chosen ?? '' },
    pause: !missing,
  });
  const present = missing && named?.enforcementOperation?.id === chosen ? named.enforcementOperation : null;
  return { options: present ? [optionOf(present), ...found] : found, onSearch };
}

/** With its reference, by which it is found, too. */
function optionOf({ id, name, reference }: { id: string; name: string; reference: string }): Option {
  return { value: id, label: `${name} · ${reference}` };
}
