import type { RecordSeizureInput, RecordSiteResultInput, RecordSuspectInput } from '@/gql/graphql';

/** An entry that somebody made and the server has not confirmed. Its key is the same however often it is sent. */
export type Entry = { key: string; label: string; refused?: string } & (
  | { kind: 'siteResult'; input: RecordSiteResultInput }
  | { kind: 'suspect'; input: RecordSuspectInput }
  | { kind: 'seizure'; input: RecordSeizureInput }
);

export type Answer = { confirmed: true } | { refused: string } | { unreachable: true };

/** What is left after the server's answer to one of them: what it refused stays, with its words. */
export function afterAnswer(entries: readonly Entry[], key: string, answer: Answer): Entry[] {
  if ('confirmed' in answer) return entries.filter((entry) => entry.key !== key);
  if ('unreachable' in answer) return [...entries];
  return entries.map((entry) => (entry.key === key ? { ...entry, refused: answer.refused } : entry));
}

/** The one to send next: in the order in which they were made, without what was refused. */
export function nextOf(entries: readonly Entry[]): Entry | undefined {
  return entries.find(({ refused }) => refused === undefined);
}
