import { BEGINNING, endOfPiece, type Place, placeOfLine } from './lines';

/** How a run stands, as the server tells. */
export interface Standing {
  id: string;
  state: 'OPEN' | 'DONE' | 'ABANDONED';
  /** The next line has the number after it. */
  linesDone: number;
  created: number;
  alreadyThere: number;
  duplicates: number;
  refused: number;
}

export interface Ports {
  /** One request; throws where the server cannot be reached. */
  request(path: string, init: RequestInit): Promise<Response>;
  /** Makes the session good again. */
  renew(): Promise<unknown>;
  wait(milliseconds: number): Promise<unknown>;
}

export type Problem = 'forbidden' | 'gone' | 'otherFile' | 'refused' | 'unreachable' | 'stopped';
export type Sent = { standing: Standing; problem?: Problem };

interface Sending {
  file: Blob;
  standing: Standing;
  /** What is done, and how many bytes of the file that is. */
  onProgress: (standing: Standing, bytes: number) => void;
  signal: AbortSignal;
}

const PIECE_BYTES = 4 * 1024 * 1024;
/** Together longer than a broken connection keeps a run from who goes on with it. */
const WAITS_MS = [1_000, 2_000, 4_000, 8_000, 16_000, 30_000];

const pathOf = ({ id }: Standing) => `/ingest/${encodeURIComponent(id)}`;

/**
 * Sends the lines of a file, piece by piece, from the first one that is not done. What the server says of the lines done
 * is the truth: after whatever goes wrong it is asked again, so that no line is left out and none is sent for nothing.
 */
export async function sendLines(ports: Ports, { file, standing, onProgress, signal }: Sending): Promise<Sent> {
  let current = standing;
  let place: Place | null = BEGINNING;
  let failures = 0;
  while (!signal.aborted) {
    place = await placeOfLine(file, current.linesDone + 1, place.line <= current.linesDone + 1 ? place : BEGINNING);
    if (!place) return { standing: current, problem: 'otherFile' };
    onProgress(current, place.offset);
    const answer = await sendPiece(ports, file, current, place, signal);
    if (signal.aborted) break;
    if ('problem' in answer) return { standing: current, problem: answer.problem };
    if ('standing' in answer && answer.standing.state !== 'OPEN') return { standing: answer.standing };
    if ('standing' in answer && answer.standing.linesDone !== current.linesDone) {
      current = answer.standing;
      failures = 0;
      continue;
    }
    const wait = WAITS_MS[failures];
    if (wait === undefined) return { standing: current, problem: 'unreachable' };
    failures += 1;
    await ports.wait(wait);
    current = (await standingOf(ports, current, signal)) ?? current;
    if (current.state !== 'OPEN') return { standing: current };
  }
  return { standing: current, problem: 'stopped' };
}

/** What came of a piece; neither where it is to be tried again. */
type Answer = { standing: Standing } | { problem: Problem } | Record<never, never>;

async function sendPiece(ports: Ports, file: Blob, run: Standing, place: Place, signal: AbortSignal): Promise<Answer> {
  const end = await endOfPiece(file, place.offset, PIECE_BYTES);
  const last = end === file.size ? '&last=true' : '';
  const init = {
    method: 'PATCH',
    headers: { 'content-type': 'application/x-ndjson' },
    body: file.slice(place.offset, end),
    signal,
  };
  try {
    return await answerOf(ports, await ports.request(`${pathOf(run)}?from=${place.line}${last}`, init));
  } catch {
    return {};
  }
}

async function answerOf(ports: Ports, response: Response): Promise<Answer> {
  const { status } = response;
  if (status === 200 || status === 409) return { standing: (await response.json()) as Standing };
  if (status === 401) await ports.renew();
  if (status === 403) return { problem: 'forbidden' };
  if (status === 404) return { problem: 'gone' };
  const passes = status === 401 || status === 408 || status === 429 || status >= 500;
  return passes ? {} : { problem: 'refused' };
}

async function standingOf(ports: Ports, run: Standing, signal: AbortSignal): Promise<Standing | null> {
  try {
    const response = await ports.request(pathOf(run), { signal });
    return response.ok ? ((await response.json()) as Standing) : null;
  } catch {
    return null;
  }
}
