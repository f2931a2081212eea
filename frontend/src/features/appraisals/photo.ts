import { session } from '@/lib/browser-session';

/** Reads a picture that only a signed-in person gets, as an address that the page may show; null where it did not come. */
export async function photoData(url: string, signal: AbortSignal): Promise<string | null> {
  if (session.expiresSoon) await session.refresh();
  try {
    const headers = { authorization: `Bearer ${session.token ?? ''}` };
    const response = await fetch(new URL(url, window.location.origin).pathname, { headers, signal });
    return response.ok ? await asDataUrl(await response.blob()) : null;
  } catch {
    return null;
  }
}

function asDataUrl(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
