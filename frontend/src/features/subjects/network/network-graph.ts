import type {
  IdentifierStrength,
  NetworkFragment,
  NetworkLinkFragment,
  NetworkSubjectFragment,
  SharedIdentifierFragment,
  SubjectKind,
} from '@/gql/graphql';

/** Something that several subjects have, by a name that stays while filters change. */
export interface Shared extends SharedIdentifierFragment {
  key: string;
}

export interface Network {
  subjects: readonly NetworkSubjectFragment[];
  shared: readonly Shared[];
  links: readonly NetworkLinkFragment[];
}

export interface NetworkFilter {
  kinds?: readonly SubjectKind[];
  strengths?: readonly IdentifierStrength[];
}

type Answer = Pick<NetworkFragment, 'subjects' | 'shared' | 'links'>;

function byId<Each extends { id: string }>(lists: readonly (readonly Each[])[]): Each[] {
  return [...new Map(lists.flat().map((each) => [each.id, each])).values()];
}

const saysTheSame = (one: SharedIdentifierFragment, other: SharedIdentifierFragment) =>
  one.kind === other.kind && one.rule === other.rule && one.value === other.value;

/** Masked values may look the same and not be: only what a subject has in both is the same. */
function joined(all: readonly SharedIdentifierFragment[]): Shared[] {
  const result: SharedIdentifierFragment[] = [];
  for (const next of all) {
    const place = result.findIndex(
      (each) => saysTheSame(each, next) && each.subjectIds.some((id) => next.subjectIds.includes(id)),
    );
    const present = result[place];
    if (present) result[place] = { ...present, subjectIds: [...new Set([...present.subjectIds, ...next.subjectIds])] };
    else result.push(next);
  }
  return result.map((each) => ({ ...each, key: [each.kind, each.rule, each.value, each.subjectIds[0]].join('|') }));
}

/** What the answers say together: a network, and a path through more than it holds. */
export function networkOf(...answers: readonly Answer[]): Network {
  const [first] = answers;
  return {
    subjects: byId(answers.map(({ subjects }) => subjects)),
    // Within one answer each stands once.
    shared: answers.length > 1 || !first ? joined(answers.flatMap(({ shared }) => shared)) : named(first.shared),
    links: byId(answers.map(({ links }) => links)),
  };
}

const named = (shared: readonly SharedIdentifierFragment[]): Shared[] =>
  shared.map((each) => ({ ...each, key: [each.kind, each.rule, each.value, each.subjectIds[0]].join('|') }));

/**
 * What the filters leave, as far as it still hangs together with where one started. Those from which one started, and
 * those on a path, stay whatever they are.
 */
export function narrowed(network: Network, filter: NetworkFilter, stay: readonly string[]): Network {
  const { kinds, strengths } = filter;
  const kept = new Set(
    network.subjects.filter(({ id, kind }) => !kinds || kinds.includes(kind) || stay.includes(id)).map(({ id }) => id),
  );
  const among = (ids: ReadonlySet<string>) => ({
    shared: network.shared
      .filter(({ strength }) => !strengths || strengths.includes(strength))
      .map((each) => ({ ...each, subjectIds: each.subjectIds.filter((id) => ids.has(id)) }))
      .filter(({ subjectIds }) => subjectIds.length > 1),
    links: network.links.filter(({ fromId, toId }) => ids.has(fromId) && ids.has(toId)),
  });
  const reached = reachable(among(kept), stay);
  return { subjects: network.subjects.filter(({ id }) => reached.has(id)), ...among(reached) };
}

function reachable({ shared, links }: Pick<Network, 'shared' | 'links'>, from: readonly string[]): Set<string> {
  const next = new Map<string, Set<string>>();
  const tie = (ids: readonly string[]) => {
    for (const id of ids) {
      const others = next.get(id) ?? new Set();
      for (const other of ids) others.add(other);
      next.set(id, others);
    }
  };
  for (const { subjectIds } of shared) tie(subjectIds);
  for (const { fromId, toId } of links) tie([fromId, toId]);
  const reached = new Set(from);
  // A set that grows while it is walked is walked to its new end.
  for (const id of reached) for (const other of next.get(id) ?? []) reached.add(other);
  return reached;
}

/** How many things tie each subject to others. */
export function tiesOf({ shared, links }: Network): Map<string, number> {
  const count = new Map<string, number>();
  const add = (id: string) => count.set(id, (count.get(id) ?? 0) + 1);
  for (const { subjectIds } of shared) subjectIds.forEach(add);
  for (const { fromId, toId } of links) [fromId, toId].forEach(add);
  return count;
}

/** Whether a tie lies between two neighbours on a path. */
export function isOnPath(path: readonly string[], ids: readonly string[]): boolean {
  return path.some((id, place) => {
    const next = path[place + 1];
    return next !== undefined && ids.includes(id) && ids.includes(next);
  });
}
