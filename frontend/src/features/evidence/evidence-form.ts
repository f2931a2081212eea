import { EvidenceKind, Tlp } from '@/gql/graphql';

const BY_TYPE: [RegExp, EvidenceKind][] = [
  [/^image\//, EvidenceKind.Screenshot],
  [/^video\//, EvidenceKind.Video],
  [/^text\/html/, EvidenceKind.Html],
  [/^text\/plain/, EvidenceKind.Chat],
];

/** What a file most likely is; a thing has none. */
export function kindOf(file: File | null): EvidenceKind {
  if (!file) return EvidenceKind.PhysicalSample;
  return BY_TYPE.find(([type]) => type.test(file.type))?.[1] ?? EvidenceKind.Document;
}

const ORDER = [Tlp.Clear, Tlp.Green, Tlp.Amber, Tlp.AmberStrict, Tlp.Red];

/** The TLP of a lead and what is stricter: evidence is never opened wider. */
export function stricter(than: Tlp): Tlp[] {
  return ORDER.slice(ORDER.indexOf(than));
}

/** A moment as an input for local time has it: to the minute, without a zone. */
export function localMoment(at: Date): string {
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** The moment that such an input means here, and how far the clock is ahead of UTC then. */
export function momentOf(local: string): { collectedAt: string; collectedOffset: number } {
  const at = new Date(local);
  return { collectedAt: at.toISOString(), collectedOffset: -at.getTimezoneOffset() || 0 };
}
