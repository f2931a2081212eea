import { useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { type Network, networkOf } from './network-graph';

graphql(`
  fragment Network on SubjectNetwork {
    subjects {
      ...NetworkSubject
    }
    shared {
      ...SharedIdentifier
    }
    links {
      ...NetworkLink
    }
    isComplete
  }
  fragment NetworkSubject on Subject {
    ...SubjectHead
  }
  fragment SharedIdentifier on SharedIdentifier {
    kind
    value
    rule
    strength
    subjectIds
  }
  fragment NetworkLink on SubjectLink {
    id
    kind
    fromId
    toId
    confidence
    grounds
  }
`);

const SubjectNetwork = graphql(`
  query SubjectNetwork($ids: [ID!]!, $steps: Int) {
    subjectNetwork(ids: $ids, steps: $steps) {
      ...Network
    }
  }
`);

const SubjectPath = graphql(`
  query SubjectPath($fromId: ID!, $toId: ID!) {
    subjectPath(fromId: $fromId, toId: $toId) {
      subjectIds
      network {
        ...Network
      }
    }
  }
`);

/** Most subjects from which a network starts. */
export const MOST_STARTS = 20;

interface Ends {
  from: string;
  to: string;
}

const NO_PATH: readonly string[] = [];

/** The network around a subject, around those from which it was expanded, and a path through it. */
export function useNetwork(start: string, steps: number) {
  const [expanded, setExpanded] = useState<readonly string[]>([]);
  const [ends, setEnds] = useState<Ends | null>(null);
  const starts = useMemo(() => [start, ...expanded], [start, expanded]);
  const [{ data, error, fetching }, reload] = useQuery({ query: SubjectNetwork, variables: { ids: starts, steps } });
  const [path] = useQuery({
    query: SubjectPath,
    variables: ends ? { fromId: ends.from, toId: ends.to } : { fromId: start, toId: start },
    pause: ends === null,
  });
  const around = data?.subjectNetwork;
  const found = ends && !path.fetching ? path.data?.subjectPath : undefined;
  const network = useMemo<Network | undefined>(
    () => (around ? networkOf(around, ...(found ? [found.network] : [])) : undefined),
    [around, found],
  );
  return {
    network,
    isComplete: around?.isComplete ?? true,
    error,
    fetching,
    reload,
    starts,
    expand: (id: string) =>
      setExpanded((now) => (starts.includes(id) || starts.length >= MOST_STARTS ? now : [...now, id])),
    startAgain: () => {
      setExpanded([]);
      setEnds(null);
    },
    ends,
    setEnds,
    path: found?.subjectIds ?? NO_PATH,
    pathState: !ends ? 'none' : path.fetching ? 'fetching' : path.error ? 'failed' : found ? 'found' : 'missing',
  } as const;
}

export type NetworkState = ReturnType<typeof useNetwork>;
