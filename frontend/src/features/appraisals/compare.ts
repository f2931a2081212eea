import type { FeatureFinding } from '@/gql/graphql';

/** A part of a report that somebody reads for itself. */
export type ReportPart = 'conclusion' | 'method' | 'process' | 'reasons' | 'features' | 'photos' | 'signature';

interface Compared {
  conclusion: string;
  method: string;
  process: string;
  reasons: string;
  features: readonly { feature: string; finding: FeatureFinding; note?: string | null }[];
  photos: readonly { sha256: string; caption?: string | null }[];
  signedName: string;
  seal?: string | null;
}

const PARTS: Record<ReportPart, (report: Compared) => unknown> = {
  conclusion: ({ conclusion }) => conclusion,
  method: ({ method }) => method.trim(),
  process: ({ process }) => process.trim(),
  reasons: ({ reasons }) => reasons.trim(),
  features: ({ features }) => features.map(({ feature, finding, note }) => [feature, finding, note ?? null]),
  photos: ({ photos }) => photos.map(({ sha256, caption }) => [sha256, caption ?? null]),
  signature: ({ signedName, seal }) => [signedName, seal ?? null],
};

/** What one version of a report says otherwise than another one. */
export function changedParts(one: Compared, other: Compared): ReportPart[] {
  return (Object.keys(PARTS) as ReportPart[]).filter(
    (part) => JSON.stringify(PARTS[part](one)) !== JSON.stringify(PARTS[part](other)),
  );
}

/** Which two versions stand beside each other: those asked for where they are there, else the last two. */
export function chosenVersions(
  versions: readonly number[],
  left: string | undefined,
  right: string | undefined,
): [number | undefined, number | undefined] {
  const [latest, before] = [versions.at(-1), versions.at(-2)];
  const known = (asked: string | undefined) => versions.find((version) => String(version) === asked);
  return [known(left) ?? before, known(right) ?? latest];
}
