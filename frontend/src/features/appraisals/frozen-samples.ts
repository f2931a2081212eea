import type { FrozenLeadFragment } from '@/gql/graphql';

type Sample = FrozenLeadFragment['samples'][number];

export interface FrozenSample {
  sample: Pick<Sample, 'id' | 'reference'>;
  /** The reference of the lead it was bought for. */
  lead: string;
  state: NonNullable<Sample['conclusion']>['state'];
}

/** The samples on which something waits, each once, however many of the leads it belongs to. */
export function frozenSamples(leads: readonly FrozenLeadFragment[]): FrozenSample[] {
  const found = new Map<string, FrozenSample>();
  for (const { reference: lead, samples } of leads)
    for (const { id, reference, conclusion } of samples)
      if (conclusion?.blocks && !found.has(id))
        found.set(id, { sample: { id, reference }, lead, state: conclusion.state });
  return [...found.values()];
}
