import type { Tlp } from '@/gql/graphql';
import { session } from '@/lib/browser-session';
import type { Ports, Standing } from './send';

/** The server as the signed-in person. */
export const server: Ports = {
  request: async (path, init) => {
    if (session.expiresSoon) await session.refresh();
    const headers = { ...init.headers, authorization: `Bearer ${session.token ?? ''}` };
    return fetch(path, { ...init, credentials: 'same-origin', headers });
  },
  renew: () => session.refresh(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

export interface Wishes {
  /** The brand of lines that name none. */
  brand: string | null;
  tlp: Tlp;
  /** The principal whose leads they become, where an agent hands them in. */
  onBehalfOf: string | null;
  draft: boolean;
  dryRun: boolean;
}

export type Started = { standing: Standing } | { problem: 'forbidden' | 'refused' | 'unreachable' };

/** Begins a run: a line each becomes a lead as the wishes say. */
export async function startRun({ brand, tlp, onBehalfOf, draft, dryRun }: Wishes): Promise<Started> {
  const wishes = new URLSearchParams({ tlp, draft: String(draft), dryRun: String(dryRun) });
  if (brand) wishes.set('brand', brand);
  if (onBehalfOf) wishes.set('onBehalfOf', onBehalfOf);
  try {
    const response = await server.request(`/ingest?${wishes}`, { method: 'POST' });
    if (response.status === 403) return { problem: 'forbidden' };
    if (response.status === 429 || response.status >= 500) return { problem: 'unreachable' };
    return response.ok ? { standing: (await response.json()) as Standing } : { problem: 'refused' };
  } catch {
    return { problem: 'unreachable' };
  }
}

/** As many answers as the most lines that are kept of a run fill. */
const MOST_ANSWERS = 100;

/** The lines that became no lead, as the server tells of them, for the browser to keep; whether that worked. */
export async function fetchReport(id: string): Promise<boolean> {
  const parts: string[] = [];
  let after = 0;
  try {
    while (parts.length < MOST_ANSWERS) {
      const response = await server.request(`/ingest/${encodeURIComponent(id)}/lines?after=${after}`, {});
      if (!response.ok) return false;
      const part = await response.text();
      const last = part.trimEnd().split('\n').at(-1);
      if (!last) break;
      parts.push(part);
      after = (JSON.parse(last) as { line: number }).line;
    }
  } catch {
    return false;
  }
  keep(new Blob(parts, { type: 'application/x-ndjson' }), `${id}.ndjson`);
  return true;
}

function keep(file: Blob, name: string) {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
