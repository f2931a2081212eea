/** Where a line begins in a file; lines are counted from 1. */
export interface Place {
  line: number;
  offset: number;
}

export const BEGINNING: Place = { line: 1, offset: 0 };

const END_OF_LINE = 0x0a;
const READ_BYTES = 1024 * 1024;

async function bytesOf(file: Blob, from: number, to: number) {
  return new Uint8Array(await file.slice(from, to).arrayBuffer());
}

/**
 * Finds where a line begins, from a place before it; null where the file has fewer lines. The line after the last one
 * begins at the file's end.
 */
export async function placeOfLine(file: Blob, line: number, from: Place = BEGINNING): Promise<Place | null> {
  let { line: at, offset } = from;
  let read = offset;
  while (at < line && read < file.size) {
    const bytes = await bytesOf(file, read, read + READ_BYTES);
    let end = bytes.indexOf(END_OF_LINE);
    while (at < line && end >= 0) {
      at += 1;
      offset = read + end + 1;
      end = bytes.indexOf(END_OF_LINE, end + 1);
    }
    read += bytes.length;
  }
  // The last line may have no end of its own.
  if (at + 1 === line && offset < file.size) return { line, offset: file.size };
  return at === line ? { line, offset } : null;
}

/** How far a piece goes that begins at `offset`: whole lines, about as many as asked for and at least one. */
export async function endOfPiece(file: Blob, offset: number, size: number): Promise<number> {
  for (let most = size; offset + most < file.size; most *= 2) {
    const end = (await bytesOf(file, offset, offset + most)).lastIndexOf(END_OF_LINE);
    if (end >= 0) return offset + end + 1;
  }
  return file.size;
}
