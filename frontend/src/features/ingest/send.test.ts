import { Blob as Bytes } from 'node:buffer';
import { expect, test, vi } from 'vitest';
import { type Ports, type Standing, sendLines } from './send';

const open: Standing = {
  id: 'ingr_1',
  state: 'OPEN',
  linesDone: 0,
  created: 0,
  alreadyThere: 0,
  duplicates: 0,
  refused: 0,
};

const file = (text: string) => new Bytes([text]) as unknown as Blob;
const json = (body: object, status = 200) => new Response(JSON.stringify(body), { status });

/** A server that takes lines, and at the first piece takes as many as `first` says and breaks off. */
function server(first = Number.POSITIVE_INFINITY) {
  const taken: string[] = [];
  let run = open;
  let breaks = Number.isFinite(first);
  const request = vi.fn(async (path: string, init: RequestInit) => {
    if (init.method !== 'PATCH') return json(run);
    const { searchParams } = new URL(path, 'https://a.example');
    if (Number(searchParams.get('from')) !== run.linesDone + 1) return json(run, 409);
    const lines = (await (init.body as Blob).text()).split('\n').filter(Boolean);
    const whole = breaks ? lines.slice(0, first) : lines;
    taken.push(...whole);
    const done = !breaks && searchParams.get('last') === 'true';
    run = { ...run, linesDone: run.linesDone + whole.length, state: done ? 'DONE' : 'OPEN' };
    if (!breaks) return json(run);
    breaks = false;
    throw new TypeError('the connection broke');
  });
  const ports: Ports = { request, renew: vi.fn(async () => {}), wait: vi.fn(async () => {}) };
  return { ports, taken, move: (standing: Standing) => (run = standing) };
}

const send = (ports: Ports, text: string, standing = open, signal = new AbortController().signal) => {
  const onProgress = vi.fn();
  return { onProgress, sent: sendLines(ports, { file: file(text), standing, onProgress, signal }) };
};

test('a small file goes as one piece, and that ends the run', async () => {
  const { ports, taken } = server();
  const { sent } = send(ports, 'a\nb\nc');
  expect(await sent).toEqual({ standing: { ...open, state: 'DONE', linesDone: 3 } });
  expect(taken).toEqual(['a', 'b', 'c']);
});

test('a large file goes in pieces of whole lines', async () => {
  const { ports, taken } = server();
  const line = 'x'.repeat(1023);
  const { sent, onProgress } = send(ports, `${line}\n`.repeat(9_000));
  expect((await sent).standing).toMatchObject({ state: 'DONE', linesDone: 9_000 });
  expect(taken).toHaveLength(9_000);
  expect(onProgress.mock.calls.map(([, bytes]) => bytes)).toEqual([0, 4_194_304, 8_388_608]);
});

test('what broke off goes on after the lines that are done, each once', async () => {
  const { ports, taken } = server(2);
  const { sent } = send(ports, 'a\nb\nc\nd\n');
  expect((await sent).standing).toMatchObject({ state: 'DONE', linesDone: 4 });
  expect(taken).toEqual(['a', 'b', 'c', 'd']);
  expect(ports.wait).toHaveBeenCalledOnce();
});

test('a run of before goes on where the server says, with what it said before that counting for nothing', async () => {
  const { ports, taken, move } = server();
  move({ ...open, linesDone: 2 });
  const { sent } = send(ports, 'a\nb\nc\n');
  expect((await sent).standing).toMatchObject({ state: 'DONE', linesDone: 3 });
  expect(taken).toEqual(['c']);
});

test('a run whose lines are all there is only ended', async () => {
  const { ports, taken, move } = server();
  move({ ...open, linesDone: 2 });
  expect((await send(ports, 'a\nb\n', { ...open, linesDone: 2 }).sent).standing.state).toBe('DONE');
  expect(taken).toEqual([]);
});

test('a file with fewer lines than are done is another one', async () => {
  const { ports } = server();
  const { sent } = send(ports, 'a\n', { ...open, linesDone: 5 });
  expect((await sent).problem).toBe('otherFile');
  expect(ports.request).not.toHaveBeenCalled();
});

test('what stays out of reach is given up after a minute, and what is refused at once', async () => {
  const wait = vi.fn(async () => {});
  const renew = vi.fn(async () => {});
  const down: Ports = { request: () => Promise.reject(new TypeError('down')), renew, wait };
  expect((await send(down, 'a\n').sent).problem).toBe('unreachable');
  const waited = wait.mock.calls.flat().reduce((sum: number, each) => sum + Number(each), 0);
  expect(waited).toBeGreaterThan(60_000);
  for (const [status, problem] of [
    [403, 'forbidden'],
    [404, 'gone'],
    [400, 'refused'],
  ] as const) {
    const { sent } = send({ request: async () => json({}, status), renew, wait }, 'a\n');
    expect((await sent).problem).toBe(problem);
  }
});

test('an ended session is renewed, and who stops is obeyed', async () => {
  const { ports } = server();
  const ask = ports.request;
  let first = true;
  ports.request = async (path, init) => {
    if (!first) return ask(path, init);
    first = false;
    return json({}, 401);
  };
  expect((await send(ports, 'a\n').sent).standing.state).toBe('DONE');
  expect(ports.renew).toHaveBeenCalledOnce();
  expect((await send(ports, 'a\n', open, AbortSignal.abort()).sent).problem).toBe('stopped');
});
