import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Where the alliance lies that `seed.ts` made, for the workers. */
export const SEED = 'TOUCHSTONE_E2E_SEED';

export interface DemoPerson {
  email: string;
  password: string;
  name: string;
  roles: string[];
  organization: string;
  kind: string;
  /** Of the authenticator app, where the person has one. */
  totpSecret: string | null;
}

export interface Portal {
  url: string;
  people: DemoPerson[];
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (typeof address !== 'object' || !address) throw new Error('no free port');
  return address.port;
}

/** Resolves when the server says where it is, which it does when it serves; fails when it ends before. */
async function untilReady({ stdout }: ChildProcess, port: number) {
  if (!stdout) throw new Error('the server has no standard output');
  for await (const line of createInterface(stdout)) {
    if (line.includes(`:${port}`)) return stdout.resume();
  }
  throw new Error('the server ended before it was ready');
}

async function stopped(server: ChildProcess) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
}

function binary(): string {
  const path = process.env.TOUCHSTONE_BIN;
  if (!path) throw new Error('TOUCHSTONE_BIN names the server binary');
  return path;
}

/** The server refuses settings it does not know; the names of the binary and the seed are ours, not its. */
function environment(settings: Record<string, string>): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('TOUCHSTONE_'));
  return { ...Object.fromEntries(own), ...settings };
}

/** The real server on this data, when it is ready. */
export async function startedServer(data: string, settings: Record<string, string> = {}) {
  const port = await freePort();
  // By name, because passkeys are bound to one.
  const url = `http://localhost:${port}`;
  const server = spawn(binary(), ['demo', '--listen', `127.0.0.1:${port}`, '--data-dir', data], {
    env: environment({
      TOUCHSTONE_PUBLIC_URL: `${url}/`,
      TOUCHSTONE_SSO_PRIVATE_NETWORKS: 'true',
      TOUCHSTONE_WEBHOOK_PRIVATE_NETWORKS: 'true',
      ...settings,
    }),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    await untilReady(server, port);
  } catch (error) {
    await stopped(server);
    throw error;
  }
  return { url, stop: () => stopped(server) };
}

/** A server with an alliance of its own for as long as `use` takes. */
export async function withPortal(use: (portal: Portal) => Promise<void>, settings: Record<string, string> = {}) {
  const seed = process.env[SEED];
  if (!seed) throw new Error('the suite was not seeded');
  const data = mkdtempSync(join(tmpdir(), 'touchstone-e2e-'));
  try {
    cpSync(seed, data, { recursive: true });
    const { url, stop } = await startedServer(data, settings);
    try {
      const people = execFileSync(binary(), ['demo', 'people', '--json', '--data-dir', data], {
        encoding: 'utf8',
        env: environment({}),
      });
      await use({ url, people: JSON.parse(people) as DemoPerson[] });
    } finally {
      await stop();
    }
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

/** The first person with this role; of this kind of organisation where one is given. */
export function personWith({ people }: Portal, role: string, kind?: string): DemoPerson {
  const found = people.find(({ roles, kind: own }) => roles.includes(role) && (!kind || own === kind));
  if (!found) throw new Error(`the demo has nobody with ${role} ${kind ?? ''}`);
  return found;
}
