import type { AppraisalConclusion, AppraisalReportInput, FeatureFinding } from '@/gql/graphql';

export interface FeatureValues {
  /** Tells the rows apart on the screen. */
  key: string;
  feature: string;
  finding: FeatureFinding | null;
  note: string;
}

export interface PhotoValues {
  uploadId: string;
  name: string;
  sha256: string;
  caption: string;
}

export interface ReportValues extends Record<string, unknown> {
  method: string;
  process: string;
  features: FeatureValues[];
  photos: PhotoValues[];
  conclusion: AppraisalConclusion | null;
  reasons: string;
  signedName: string;
  seal: string;
  correction: string;
}

interface Before {
  method: string;
  process: string;
  features: readonly { feature: string; finding: FeatureFinding; note?: string | null }[];
  conclusion: AppraisalConclusion;
  reasons: string;
  signedName: string;
  seal?: string | null;
}

const rowOf = (feature: string, index: number): FeatureValues => ({
  key: `given-${index}`,
  feature,
  finding: null,
  note: '',
});

/**
 * What the form begins with: the features that were given, each to be answered. A correction begins with what the version
 * before says, without its photos, which stay with that one.
 */
export function reportValues(referenceFeatures: readonly string[], before: Before | null, name: string): ReportValues {
  const features = before
    ? before.features.map(({ feature, finding, note }, index) => ({
        ...rowOf(feature, index),
        finding: finding as FeatureFinding | null,
        note: note ?? '',
      }))
    : referenceFeatures.map(rowOf);
  return {
    method: before?.method ?? '',
    process: before?.process ?? '',
    features,
    photos: [],
    conclusion: before?.conclusion ?? null,
    reasons: before?.reasons ?? '',
    signedName: before?.signedName ?? name,
    seal: before?.seal ?? '',
    correction: '',
  };
}

/** Rows in which nothing was written are no features. */
function filled(features: readonly FeatureValues[]) {
  return features.filter(({ feature, finding, note }) => feature.trim() || finding || note.trim());
}

export function reportInput(values: ReportValues): AppraisalReportInput {
  return {
    method: values.method.trim(),
    process: values.process.trim(),
    features: filled(values.features).map(({ feature, finding, note }) => ({
      feature: feature.trim(),
      finding: finding ?? 'UNCLEAR',
      note: note.trim() || undefined,
    })),
    photos: values.photos.map(({ uploadId, caption }) => ({ uploadId, caption: caption.trim() || undefined })),
    conclusion: values.conclusion ?? 'INCONCLUSIVE',
    reasons: values.reasons.trim(),
    signedName: values.signedName.trim(),
    seal: values.seal.trim() || undefined,
  };
}

/** What is wrong with a report, by field; the words for it are the page's. */
export type ReportFault =
  | 'methodNeeded'
  | 'processNeeded'
  | 'featureNeeded'
  | 'featureNameNeeded'
  | 'findingNeeded'
  | 'photoNeeded'
  | 'conclusionNeeded'
  | 'reasonsNeeded'
  | 'signatureNeeded'
  | 'correctionNeeded';

/** What could not be inspected has no features and no photos. */
export function reportFaults(values: ReportValues, corrects: boolean): Record<string, ReportFault> {
  const faults: Record<string, ReportFault> = {};
  const needed = (field: string, text: string, fault: ReportFault) => {
    if (!text.trim()) faults[field] = fault;
  };
  needed('method', values.method, 'methodNeeded');
  needed('process', values.process, 'processNeeded');
  needed('reasons', values.reasons, 'reasonsNeeded');
  needed('signedName', values.signedName, 'signatureNeeded');
  if (corrects) needed('correction', values.correction, 'correctionNeeded');
  if (!values.conclusion) faults.conclusion = 'conclusionNeeded';
  const inspected = values.conclusion !== 'UNABLE';
  const rows = filled(values.features);
  if (inspected && rows.length === 0) faults.features = 'featureNeeded';
  if (inspected && values.photos.length === 0) faults.photos = 'photoNeeded';
  for (const [index, row] of values.features.entries()) {
    if (!rows.includes(row)) continue;
    if (!row.feature.trim()) faults[`features.${index}.feature`] = 'featureNameNeeded';
    else if (!row.finding) faults[`features.${index}.finding`] = 'findingNeeded';
  }
  return faults;
}
