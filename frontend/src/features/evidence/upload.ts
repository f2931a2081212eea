import { session } from '@/lib/browser-session';

/** What the server says of a file that came in. */
export interface Uploaded {
  id: string;
  sha256: string;
  bytes: number;
  mediaType: string;
}

export type UploadFailure = 'tooLarge' | 'wrongType' | 'noRoom' | 'refused' | 'unreachable';

const FAILURES: Record<number, UploadFailure> = { 413: 'tooLarge', 415: 'wrongType', 507: 'noRoom', 400: 'wrongType' };

/** Sends a file as it is; tells how much of it has gone. Not by `fetch`, which tells nothing until the end. */
export async function upload(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<Uploaded> {
  if (session.expiresSoon) await session.refresh();
  return new Promise((resolve, reject: (why: UploadFailure) => void) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/files');
    request.responseType = 'json';
    request.setRequestHeader('authorization', `Bearer ${session.token ?? ''}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-touchstone-file-name', encodeURIComponent(file.name));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () =>
      request.status === 201 ? resolve(request.response as Uploaded) : reject(FAILURES[request.status] ?? 'refused');
    request.onerror = () => reject('unreachable');
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
