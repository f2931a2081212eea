import { expect, test } from 'vitest';
import type { FrozenLeadFragment } from '@/gql/graphql';
import { frozenSamples } from './frozen-samples';

type Case = NonNullable<FrozenLeadFragment['samples'][number]['conclusion']>;

const sample = (id: string, conclusion: Case | null) => ({ id, reference: `S-${id}`, conclusion });
const lead = (id: string, samples: FrozenLeadFragment['samples']): FrozenLeadFragment => ({
  id,
  reference: `L-${id}`,
  samples,
});

test('names only samples whose case holds something up', () => {
  const leads = [
    lead('1', [
      sample('a', { state: 'CONFLICT', blocks: true }),
      sample('b', { state: 'CONCLUDED', blocks: false }),
      sample('c', null),
    ]),
    lead('2', [sample('d', { state: 'CONTESTED', blocks: true })]),
  ];
  expect(frozenSamples(leads)).toEqual([
    { sample: { id: 'a', reference: 'S-a' }, lead: 'L-1', state: 'CONFLICT' },
    { sample: { id: 'd', reference: 'S-d' }, lead: 'L-2', state: 'CONTESTED' },
  ]);
});

test('names a sample once that belongs to two of the leads', () => {
  const shared = sample('a', { state: 'CONFLICT', blocks: true });
  expect(frozenSamples([lead('1', [shared]), lead('2', [shared])])).toHaveLength(1);
});

test('names none where nothing waits', () => {
  expect(frozenSamples([])).toEqual([]);
  expect(frozenSamples([lead('1', [])])).toEqual([]);
});
