import { useState } from 'react';
import { useQuery } from 'urql';
import type { Directory } from '@/features/members/directory';
import { graphql } from '@/gql';
import { useByName, useLocalName } from '@/lib/local-name';

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

/** Brands in use, for a picker. */
export function useBrandDirectory(): Directory {
  const [search, onSearch] = useState('');
  const localName = useLocalName();
  const byName = useByName();
  const [{ data }] = useQuery({
    query: BrandDirectory,
    variables: { filter: { search: search || undefined, states: ['ACTIVE'] } },
  });
  return { options: byName(data?.brands.nodes).map((each) => ({ value: each.id, label: localName(each) })), onSearch };
}
