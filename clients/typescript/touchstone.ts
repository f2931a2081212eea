// A partner's program in TypeScript: hands listings in, follows the feed to a verdict, and takes webhooks.
//
//   node --import tsx touchstone.ts send FILE          listings as lines of JSON; says what became of each
//   node --import tsx touchstone.ts follow REFERENCE   keeps a copy of what the account sees, until that lead has a verdict
//   node --import tsx touchstone.ts receive PORT       takes webhooks and checks their signatures; 0 is any free port
//
// From Node 22.18 on `--import tsx` can be left out. It asks TOUCHSTONE_URL as the service account TOUCHSTONE_CLIENT_ID
// with TOUCHSTONE_CLIENT_SECRET. Copy and cursor are kept together in the file TOUCHSTONE_COPY; the secret of the webhook
// endpoint is TOUCHSTONE_WEBHOOK_SECRET.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { ClientError, GraphQLClient } from 'graphql-request';
import { Webhook } from 'standardwebhooks';

const { TOUCHSTONE_CLIENT_ID = '', TOUCHSTONE_CLIENT_SECRET = '', TOUCHSTONE_WEBHOOK_SECRET = '' } = process.env;
const url = (process.env.TOUCHSTONE_URL ?? '').replace(/\/$/, '');
const file = process.env.TOUCHSTONE_COPY ?? 'copy.json';
const MOST_LISTINGS = 1_000;
const PAUSE = 2_000;

const INGEST = `mutation($input: IngestListingsInput!) { ingestListings(input: $input) {
  results { externalId outcome reference reason message } userErrors { code message } } }`;
const CHANGES = `query($since: String) { changes(since: $since) { cursor hasMore changes { kind operation id
  lead { reference title state tlp verdictCounts { verdict count } } item { title }
  delivery { state verdict } comment { body } } } }`;

type Result = { externalId: string | null; outcome: string; reference: string | null; reason: string | null };
type Ingested = { ingestListings: { results: Result[]; userErrors: { code: string; message: string }[] } };
type Seen = { reference?: string; state?: string; verdictCounts?: { verdict: string; count: number }[] };
type Kind = 'LEAD' | 'ITEM' | 'DELIVERY' | 'COMMENT';
type Change = { kind: Kind; operation: 'UPSERT' | 'GONE'; id: string } & Record<Lowercase<Kind>, Seen | null>;
type Page = { cursor: string; hasMore: boolean; changes: Change[] };
type Copy = { cursor: string | null; objects: Record<string, Seen> };

let token: string | undefined;

async function renew(): Promise<string> {
  const basic = Buffer.from(`${TOUCHSTONE_CLIENT_ID}:${TOUCHSTONE_CLIENT_SECRET}`).toString('base64');
  const answer = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  if (!answer.ok) throw new Error(`no token: ${await answer.text()}`);
  return ((await answer.json()) as { access_token: string }).access_token;
}

/** Gets a token when there is none or it has ended, and waits where too much was asked. */
const asAccount: typeof fetch = async (input, init) => {
  const headers = new Headers(init?.headers);
  for (let attempt = 1; ; attempt++) {
    token ??= await renew();
    headers.set('authorization', `Bearer ${token}`);
    const answer = await fetch(input, { ...init, headers });
    if (attempt === 4) return answer;
    if (answer.status === 401) token = undefined;
    else if (answer.status === 429 || answer.status === 503) await pause(1_000 * Number(answer.headers.get('retry-after') ?? 1));
    else return answer;
  }
};
const client = new GraphQLClient(`${url}/graphql`, {
  fetch: asAccount,
  headers: { accept: 'application/graphql-response+json' },
});

/** Everything may be sent again: what came in before is told as ALREADY_THERE. */
async function send(path: string) {
  const lines = readFileSync(path, 'utf8').split('\n');
  const listings = lines.filter((line) => line.trim()).map((line) => JSON.parse(line));
  for (let start = 0; start < listings.length; start += MOST_LISTINGS) {
    const input = { listings: listings.slice(start, start + MOST_LISTINGS) };
    const { results, userErrors } = (await client.request<Ingested>(INGEST, { input })).ingestListings;
    if (userErrors.length > 0) throw new Error(`refused: ${JSON.stringify(userErrors)}`);
    for (const { outcome, externalId, reference, reason } of results) console.log(outcome, externalId, reference ?? reason);
  }
}

function apply(copy: Copy, page: Page) {
  for (const change of page.changes) {
    const object = change[change.kind.toLowerCase() as Lowercase<Kind>];
    if (change.operation === 'GONE' || !object) delete copy.objects[change.id];
    else copy.objects[change.id] = object;
  }
  copy.cursor = page.cursor;
}

/** Copy and cursor in one step, so that a crash leaves both as they were before. */
function keep(copy: Copy) {
  writeFileSync(`${file}.new`, JSON.stringify(copy));
  renameSync(`${file}.new`, file);
}

async function follow(reference: string) {
  let copy: Copy = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { cursor: null, objects: {} };
  for (;;) {
    try {
      const { changes } = await client.request<{ changes: Page }>(CHANGES, { since: copy.cursor });
      apply(copy, changes);
      keep(copy);
      if (changes.hasMore) continue;
    } catch (error) {
      const code = error instanceof ClientError && error.response.errors?.[0]?.extensions?.code;
      if (code !== 'CURSOR_EXPIRED') throw error;
      copy = { cursor: null, objects: {} };
      continue;
    }
    const lead = Object.values(copy.objects).find((seen) => seen.reference === reference);
    if (lead?.verdictCounts?.length) {
      console.log(reference, lead.state, ...lead.verdictCounts.map((row) => row.verdict));
      return;
    }
    await pause(PAUSE);
  }
}

async function receive(port: string) {
  const seen = new Set<string>(); // yours stands in a database: the same message may come twice
  const server = createServer(async (request, response) => {
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const headers = request.headers as Record<string, string>;
      const message = new Webhook(TOUCHSTONE_WEBHOOK_SECRET).verify(Buffer.concat(chunks).toString('utf8'), headers);
      response.writeHead(204).end();
      const { type, data } = message as { type: string; data: { reference?: string; verdict?: string } };
      const id = headers['webhook-id'] ?? '';
      if (!seen.has(id)) console.log(type, data.reference ?? '-', data.verdict ?? '-');
      seen.add(id);
    } catch {
      response.writeHead(400).end();
    }
  });
  server.listen(Number(port), '127.0.0.1', () => {
    console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  });
}

const [command = '', argument] = process.argv.slice(2);
const run = { send, follow, receive }[command];
if (!run || argument === undefined) throw new Error('usage: touchstone.ts send FILE | follow REFERENCE | receive PORT');
await run(argument);
