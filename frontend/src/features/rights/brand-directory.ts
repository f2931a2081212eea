import { useState } from 'react';
import { useQuery } from 'urql';
import type { Directory } from '@/features/members/directory';
import { graphql } from '@/gql';
import { useByName, useLocalName } from '@/lib/local-name';
import type { Option } from '@/ui/remote-select';

const BrandDirectory = graphql(`
  query BrandDirectory($filter: BrandFilter) {
    brands(first: 30, filter: $filter) {
      nodes {
        id
        name
        nameZh
      }
    }
  }
`);

const BrandsOf = graphql(`
  query BrandsOf($owner: ID!) {
    brands(first: 100, filter: { ownerId: $owner, states: [ACTIVE] }) {
      nodes {
        id
        name
        nameZh
      }
    }
  }
`);

/** An owner's brands in use, all of them, for a picker; none as long as nobody is chosen. */
export function useBrandsOf(owner: string | null): Option[] {
  const localName = useLocalName();
  const [{ data }] = useQuery({ query: BrandsOf, variables: { owner: owner ?? '' }, pause: owner === null });
  const brands = owner ? (data?.brands.nodes ?? []) : [];
  return brands.map((each) => ({ value: each.id, label: localName(each) }));
}

/** Brands in use, for a picker; of this owner only, where one is given. */
export function useBrandDirectory(ownerId?: string): Directory {
  const [search, onSearch] = useState('');
  const localName = useLocalName();
  const byName = useByName();
  const [{ data }] = useQuery({
    query: BrandDirectory,
    variables: { filter: { search: search || undefined, states: ['ACTIVE'], ownerId } },
  });
  return { options: byName(data?.brands.nodes).map((each) => ({ value: each.id, label: localName(each) })), onSearch };
}
