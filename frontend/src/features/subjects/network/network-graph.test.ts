import { describe, expect, it } from 'vitest';
import type { NetworkLinkFragment, NetworkSubjectFragment, SharedIdentifierFragment } from '@/gql/graphql';
import { isOnPath, narrowed, networkOf, tiesOf } from './network-graph';

const subject = (id: string, kind: NetworkSubjectFragment['kind'] = 'COMPANY'): NetworkSubjectFragment => ({
  id,
  kind,
  name: id,
  isMasked: false,
  role: null,
  removedAt: null,
});
const shared = (value: string, subjectIds: string[], strength: SharedIdentifierFragment['strength'] = 'STRONG') => ({
  kind: 'PHONE' as const,
  value,
  rule: 'phone-1',
  strength,
  subjectIds,
});
const link = (id: string, fromId: string, toId: string): NetworkLinkFragment => ({
  id,
  kind: 'SUPPLIES',
  fromId,
  toId,
  confidence: 'HIGH',
  grounds: 'Seen',
});

const answer = {
  subjects: [subject('a'), subject('b', 'SITE'), subject('c'), subject('d', 'PERSON')],
  shared: [shared('1', ['a', 'b']), shared('2', ['b', 'c', 'd'], 'WEAK')],
  links: [link('l', 'c', 'd')],
};
const ids = (network: { subjects: readonly { id: string }[] }) => network.subjects.map(({ id }) => id);

describe('a network', () => {
  it('is whole without filters', () => {
    expect(ids(narrowed(networkOf(answer), {}, ['a']))).toEqual(['a', 'b', 'c', 'd']);
  });

  it('loses what only a filtered subject or identifier tied to its start', () => {
    const network = networkOf(answer);
    expect(ids(narrowed(network, { kinds: ['COMPANY', 'PERSON'] }, ['a']))).toEqual(['a']);
    const strong = narrowed(network, { strengths: ['STRONG'] }, ['a']);
    expect(ids(strong)).toEqual(['a', 'b']);
    expect(strong.links).toEqual([]);
  });

  it('keeps whence it starts whatever the filters say', () => {
    expect(ids(narrowed(networkOf(answer), { kinds: ['PERSON'] }, ['a', 'c']))).toEqual(['a', 'c', 'd']);
  });

  it('takes in a path, and tells masked values of different holders apart', () => {
    const path = {
      subjects: [subject('d', 'PERSON'), subject('e'), subject('f')],
      shared: [shared('2', ['d', 'e'], 'WEAK'), shared('1', ['e', 'f'])],
      links: [link('l', 'c', 'd')],
    };
    const network = networkOf(answer, path);
    expect(ids(network)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(network.links).toHaveLength(1);
    expect(network.shared.map(({ subjectIds }) => subjectIds.join(''))).toEqual(['ab', 'bcde', 'ef']);
    expect(new Set(network.shared.map(({ key }) => key)).size).toBe(3);
  });

  it('counts ties, and knows those between neighbours on a path', () => {
    expect([...tiesOf(networkOf(answer))]).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 2],
      ['d', 2],
    ]);
    expect(isOnPath(['a', 'b', 'c'], ['b', 'c', 'd'])).toBe(true);
    expect(isOnPath(['a', 'b', 'c'], ['a', 'c'])).toBe(false);
  });
});
