import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '@/gql';

const BuyersForPurchase = graphql(`
  query BuyersForPurchase($id: ID!, $query: String!) {
    buyersForPurchase(id: $id, query: $query) {
      id
      name
      organization {
        id
        name
      }
    }
  }
`);

/** Who may buy, to choose from: nobody who asked for it or approved it is among them. */
export function useBuyers(id: string) {
  const [query, onSearch] = useState('');
  const [{ data }] = useQuery({ query: BuyersForPurchase, variables: { id, query } });
  const options = (data?.buyersForPurchase ?? []).map(({ id: value, name, organization }) => ({
    value,
    label: `${name} · ${organization.name}`,
  }));
  return { options, onSearch };
}
