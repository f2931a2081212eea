import type { Detectability, FakeFeatureFragment, FeatureInput, Tlp } from '@/gql/graphql';
import { isPlain } from '../product-words';

/** What the form of a feature holds, by the names of the contract, so that refusals find their fields. */
export interface FeatureValues extends Record<string, unknown> {
  feature: string;
  genuine: string;
  fake: string;
  detectability: Detectability;
  tlp: Tlp;
  readerIds: string[];
}

const ORDER: Tlp[] = ['CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED'];

/** For the holder what nobody says otherwise of; an agent would not see that, so it begins with what it does. */
export function emptyFeature(own: boolean): FeatureValues {
  return {
    feature: '',
    genuine: '',
    fake: '',
    detectability: 'OVERT',
    tlp: own ? 'AMBER_STRICT' : 'AMBER',
    readerIds: [],
  };
}

export function valuesOfFeature(
  feature: FakeFeatureFragment,
  told: { genuine: string; fake: string } | null,
): FeatureValues {
  return {
    feature: feature.feature,
    genuine: feature.genuine ?? told?.genuine ?? '',
    fake: feature.fake ?? told?.fake ?? '',
    detectability: feature.detectability,
    tlp: feature.tlp,
    readerIds: feature.readers.map(({ id }) => id),
  };
}

/** What is not plain to see is RED, whatever was chosen before that was said. */
export function tlpOf({ detectability, tlp }: Pick<FeatureValues, 'detectability' | 'tlp'>): Tlp {
  return isPlain(detectability) ? tlp : 'RED';
}

/** The labels that can be chosen: never wider than before, and for agents nothing that they would not see. */
export function labelsFor(own: boolean, before?: Tlp): Tlp[] {
  const strict = before ? ORDER.slice(ORDER.indexOf(before)) : ORDER;
  return own ? strict : strict.filter((tlp) => ORDER.indexOf(tlp) <= ORDER.indexOf('AMBER'));
}

export function featureInput(values: FeatureValues): FeatureInput {
  const tlp = tlpOf(values);
  const named = tlp === 'RED' && values.readerIds.length > 0;
  return {
    feature: values.feature.trim(),
    genuine: values.genuine.trim(),
    fake: values.fake.trim(),
    detectability: values.detectability,
    tlp,
    readerIds: named ? values.readerIds : undefined,
  };
}

/** What the form says before the server does: the name of a text for each field that is not right. */
export function featureFaults({ feature, genuine, fake }: FeatureValues) {
  return {
    ...(feature.trim() ? {} : { feature: 'form.featureNeeded' as const }),
    ...(genuine.trim() ? {} : { genuine: 'form.sideNeeded' as const }),
    ...(fake.trim() ? {} : { fake: 'form.sideNeeded' as const }),
  };
}
