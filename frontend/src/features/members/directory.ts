import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { OrganizationKind, Role } from '@/gql/graphql';
import { useByName, useLocalName } from '@/lib/local-name';
import { useViewer } from '@/lib/viewer';
import type { Option } from '@/ui/remote-select';

const OrganizationDirectory = graphql(`
  query OrganizationDirectory($filter: OrganizationFilter) {
    organizations(first: 20, filter: $filter) {
      nodes {
        id
        name
        nameZh
      }
    }
  }
`);

const PersonDirectory = graphql(`
  query PersonDirectory($filter: PersonFilter) {
    people(first: 20, filter: $filter) {
      nodes {
        id
        name
        organization {
          id
          name
        }
      }
    }
  }
`);

export interface Directory {
  options: Option[];
  onSearch: (search: string) => void;
}

/** Active organisations for a picker; of these kinds only, where some are given. */
export function useOrganizationDirectory(kinds?: OrganizationKind[]): Directory {
  const [search, onSearch] = useState('');
  const localName = useLocalName();
  const byName = useByName();
  const [{ data }] = useQuery({
    query: OrganizationDirectory,
    variables: { filter: { search: search || undefined, states: ['ACTIVE'], kinds } },
  });
  const options = byName(data?.organizations.nodes).map((each) => ({ value: each.id, label: localName(each) }));
  return { options, onSearch };
}

/** Active people for a picker, with their organisation, because names repeat; with one of these roles, where some are given. */
export function usePersonDirectory(roles?: Role[], organizationId?: string): Directory {
  const [search, onSearch] = useState('');
  const byName = useByName();
  const [{ data }] = useQuery({
    query: PersonDirectory,
    variables: { filter: { search: search || undefined, states: ['ACTIVE'], roles, organizationId } },
  });
  const options = byName(data?.people.nodes).map(({ id, name, organization }) => ({
    value: id,
    label: `${name} · ${organization.name}`,
  }));
  return { options, onSearch };
}

/** Active people of the viewer's own organisation, for a picker. */
export function useColleagueDirectory(): Directory {
  const [search, onSearch] = useState('');
  const byName = useByName();
  const organizationId = useViewer().organization.id;
  const [{ data }] = useQuery({
    query: PersonDirectory,
    variables: { filter: { search: search || undefined, states: ['ACTIVE'], organizationId } },
  });
  return { options: byName(data?.people.nodes).map(({ id, name }) => ({ value: id, label: name })), onSearch };
}
