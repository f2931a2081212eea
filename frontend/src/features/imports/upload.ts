import { session } from '@/lib/browser-session';

/** As the server takes it by default; it has the last word. */
const MOST_BYTES = 8 * 1024 * 1024;

export type Sent = { id: string } | { problem: 'tooLarge' | 'empty' | 'refused' | 'unreachable' };

/** Sends a file as it is; the server keeps it for a day. */
export async function sendFile(file: File): Promise<Sent> {
  if (file.size > MOST_BYTES) return { problem: 'tooLarge' };
  if (file.size === 0) return { problem: 'empty' };
  try {
    if (session.expiresSoon) await session.refresh();
    const response = await fetch(`/imports?name=${encodeURIComponent(file.name)}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { authorization: `Bearer ${session.token}` },
      body: file,
    });
    if (response.status === 413) return { problem: 'tooLarge' };
    if (response.status >= 500) return { problem: 'unreachable' };
    if (!response.ok) return { problem: 'refused' };
    return (await response.json()) as { id: string };
  } catch {
    return { problem: 'unreachable' };
  }
}
