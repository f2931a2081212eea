import { session } from '@/lib/browser-session';

/** Fetches a PDF and gives it to the browser to keep; false where the server refused or cannot print. */
export async function print(path: string, name: string, language: string): Promise<boolean> {
  if (session.expiresSoon) await session.refresh();
  const url = `${path}?language=${encodeURIComponent(language)}`;
  try {
    const response = await fetch(url, { headers: { authorization: `Bearer ${session.token ?? ''}` } });
    if (!response.ok) return false;
    keep(await response.blob(), `${name}.pdf`);
    return true;
  } catch {
    return false;
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
