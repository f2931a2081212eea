import { session } from '@/lib/browser-session';

type Outcome = 'DONE' | 'REFUSED' | 'BUSY' | 'UNREACHABLE';

/** Fetches a file and gives it to the browser to keep. */
export async function fetchBankFile(address: string, name: string): Promise<Outcome> {
  if (session.expiresSoon) await session.refresh();
  try {
    const response = await fetch(address, { headers: { authorization: `Bearer ${session.token ?? ''}` } });
    if (!response.ok) return response.status === 429 || response.status === 503 ? 'BUSY' : 'REFUSED';
    const url = URL.createObjectURL(await response.blob());
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    return 'DONE';
  } catch {
    return 'UNREACHABLE';
  }
}

/** The bytes of a file as base64, in parts: an argument list has its limits. */
export async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
