import { session } from '@/lib/browser-session';

/** The files of a fund, as the server calls them. */
export const FILES = ['statement.pdf', 'entries.xlsx', 'entries.csv', 'journal.hledger'] as const;
export type FundFile = (typeof FILES)[number];

interface Wishes {
  from: string;
  to: string;
  language: string;
}

type FileOutcome = 'DONE' | 'REFUSED' | 'TOO_MUCH' | 'BUSY' | 'UNREACHABLE';

function outcomeOf(status: number): FileOutcome {
  if (status === 400) return 'TOO_MUCH';
  return status === 429 || status === 503 ? 'BUSY' : 'REFUSED';
}

/** Fetches a file of a fund's entries and gives it to the browser to keep. */
export async function fetchFundFile(
  { id, reference }: { id: string; reference: string },
  file: FundFile,
  wishes: Wishes,
): Promise<FileOutcome> {
  if (session.expiresSoon) await session.refresh();
  const url = `/funds/${encodeURIComponent(id)}/${file}?${new URLSearchParams({ ...wishes })}`;
  try {
    const response = await fetch(url, { headers: { authorization: `Bearer ${session.token ?? ''}` } });
    if (!response.ok) return outcomeOf(response.status);
    keep(await response.blob(), `${reference}-${wishes.from}-${wishes.to}-${file}`);
    return 'DONE';
  } catch {
    return 'UNREACHABLE';
  }
}

function keep(file: Blob, name: string) {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
