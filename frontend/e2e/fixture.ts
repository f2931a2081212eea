import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base, expect, type Page, type Response } from '@playwright/test';

export interface DemoPerson {
  email: string;
  password: string;
  name: string;
  roles: string[];
  organization: string;
  kind: string;
}

export interface Portal {
  url: string;
  people: DemoPerson[];
}

/** Opens the portal as a person, in a context of its own. */
export type SignInAs = (person: DemoPerson) => Promise<Page>;

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (typeof address !== 'object' || !address) throw new Error('no free port');
  return address.port;
}

/** Resolves when the server says that it is ready, fails when it ends before. */
async function untilReady(url: string, server: ChildProcess) {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`);
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function stopped(server: ChildProcess) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
}

/** The server refuses settings it does not know; the name of the binary is ours, not its. */
function ownSettings(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('TOUCHSTONE_')));
}

export const test = base.extend<{ signInAs: SignInAs }, { portal: Portal }>({
  portal: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern
    async ({}, use) => {
      const binary = process.env.TOUCHSTONE_BIN;
      if (!binary) throw new Error('TOUCHSTONE_BIN names the server binary');
      const data = mkdtempSync(join(tmpdir(), 'touchstone-e2e-'));
      const port = await freePort();
      const url = `http://127.0.0.1:${port}`;
      const server = spawn(binary, ['demo', '--listen', `127.0.0.1:${port}`, '--data-dir', data], {
        env: ownSettings(),
        stdio: 'ignore',
      });
      try {
        await untilReady(url, server);
        const people = execFileSync(binary, ['demo', 'people', '--json', '--data-dir', data], {
          encoding: 'utf8',
          env: ownSettings(),
        });
        await use({ url, people: JSON.parse(people) as DemoPerson[] });
      } finally {
        await stopped(server);
        rmSync(data, { recursive: true, force: true });
      }
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ portal }, use) => use(portal.url),
  signInAs: async ({ browser, portal }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async ({ email, password }) => {
      const context = await browser.newContext({
        baseURL: portal.url,
        viewport: { width: 1440, height: 900 },
        locale: 'en-GB',
        reducedMotion: 'reduce',
      });
      contexts.push(context);
      const page = await context.newPage();
      await page.goto('/sign-in');
      await page.getByLabel('E-mail address').fill(email);
      await page.getByLabel('Password', { exact: true }).fill(password);
      const viewer = page.waitForResponse((response) => operationOf(response) === 'Viewer');
      await page.getByRole('button', { name: 'Sign in' }).click();
      const { data } = await (await viewer).json();
      if (data.viewer.settings.language !== 'EN') await speakEnglish(page);
      await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

function operationOf(response: Response): string | undefined {
  return response.url().endsWith('/graphql') ? response.request().postDataJSON()?.operationName : undefined;
}

/** The portal follows each person's own language; the specs read English. */
async function speakEnglish(page: Page) {
  const navigation = page.getByRole('navigation', { name: '主导航' });
  const saved = page.waitForResponse((response) => operationOf(response) === 'ChooseLanguage');
  await navigation.getByRole('button', { name: 'English' }).click();
  await saved;
}

/** The first person with this role; of this kind of organisation where one is given. */
export function personWith({ people }: Portal, role: string, kind?: string): DemoPerson {
  const found = people.find(({ roles, kind: own }) => roles.includes(role) && (!kind || own === kind));
  if (!found) throw new Error(`the demo has nobody with ${role} ${kind ?? ''}`);
  return found;
}

export { expect };
