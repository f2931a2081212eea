import type { ImportIpRightsInput } from '@/gql/graphql';

/** As much as the server reads at a time. */
export const MOST_FILES = 20;
export const MOST_BYTES = 200_000;
export const MOST_BYTES_TOGETHER = 800_000;

/** A file as it was read in the browser. */
export interface OfficeFile {
  /** Keeps two of the same name apart; never sent. */
  key: string;
  name: string;
  bytes: number;
  text: string;
}

export interface ImportValues extends Record<string, unknown> {
  organizationId: string | null;
  brandIds: string[];
  /** The files, by the contract's name for their texts. */
  documents: OfficeFile[];
}

/** The files that could be read, and the names of those that could not: a folder, or a file that is gone. */
export async function readFiles(files: Iterable<File>): Promise<{ read: OfficeFile[]; unread: string[] }> {
  const chosen = [...files];
  const read = async (file: File) => ({
    key: crypto.randomUUID(),
    name: file.name,
    bytes: file.size,
    // What is too large is refused by its size; nobody waits for its text.
    text: file.size <= MOST_BYTES ? await file.text() : '',
  });
  const outcomes = await Promise.allSettled(chosen.map(read));
  return {
    read: outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : [])),
    unread: chosen.filter((_, place) => outcomes[place]?.status === 'rejected').map(({ name }) => name),
  };
}

export function tooLarge(files: readonly OfficeFile[]): OfficeFile | undefined {
  return files.find(({ bytes }) => bytes > MOST_BYTES);
}

export function tooMuch(files: readonly OfficeFile[]): boolean {
  return files.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_BYTES_TOGETHER;
}

export function importInput(values: ImportValues, idempotencyKey: string, dryRun: boolean): ImportIpRightsInput {
  const { organizationId, brandIds, documents } = values;
  return {
    idempotencyKey,
    organizationId: organizationId ?? undefined,
    brandIds,
    documents: documents.map(({ text }) => text),
    dryRun,
  };
}
