import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible';
import { type DemoPerson, expect, type Portal, test } from './fixture';

interface Provider {
  issuer: string;
  clientId: string;
  clientSecret: string;
}

/** A real provider, gone with the test. */
async function withProvider(portal: Portal, use: (provider: Provider) => Promise<void>) {
  const provider: ChildProcess = spawn(
    'node',
    ['../tests/tools/provider.mjs', '--redirect', `${portal.url}/sso/callback`],
    { stdio: ['pipe', 'pipe', 'ignore'] },
  );
  try {
    if (!provider.stdout) throw new Error('the provider says nothing');
    const lines = createInterface({ input: provider.stdout });
    const { value } = await lines[Symbol.asyncIterator]().next();
    await use(JSON.parse(value));
  } finally {
    provider.stdin?.end();
  }
}

const domainOf = ({ email }: DemoPerson) => email.split('@')[1] ?? '';

/** The administrator of a brand and a colleague whom no other test needs as they are. */
function brandWithTwo({ people }: Portal) {
  const brands = people.filter(({ kind, roles }) => kind === 'MEMBER_BRAND' && roles.includes('MA')).toReversed();
  for (const admin of brands) {
    const colleague = people.find(
      (person) => person.organization === admin.organization && person.email !== admin.email && !person.totpSecret,
    );
    if (colleague) return { admin, colleague };
  }
  throw new Error('no brand of the demo has two people');
}

/** Asks for the organisation's own sign-in and says there who is there. */
async function byProvider(page: Page, person: DemoPerson) {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByRole('button', { name: 'Sign in with your organisation' }).click();
  const who = { sub: person.email, email: person.email, email_verified: true };
  await page.getByLabel(/Who is there/).fill(JSON.stringify(who));
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('an organisation sets its own sign-in up, and its people use it', async ({ browser, portal, signInAs }) => {
  test.setTimeout(120_000);
  const { admin, colleague } = brandWithTwo(portal);
  await withProvider(portal, async (provider) => {
    const page = await signInAs(admin);
    await page.goto('/organizations');
    await page.getByRole('link', { name: admin.organization }).first().click();
    await page.getByRole('button', { name: 'Set up…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Issuer').fill(provider.issuer);
    await dialog.getByLabel('Client ID').fill(provider.clientId);
    await dialog.getByLabel('Client secret').fill(provider.clientSecret);
    await dialog.getByLabel('Mail domains').fill(domainOf(admin));
    await expectAccessible(page, 'a provider to be');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await expect(page.getByText('The provider answers as it should.')).toBeVisible();
    await expect(page.getByText('Nobody has signed in by it yet')).toBeVisible();

    const theirs = await (await browser.newContext({ baseURL: portal.url, locale: 'en-GB' })).newPage();
    await byProvider(theirs, colleague);
    await expect(theirs.getByRole('heading', { name: 'Your password, once more' })).toBeVisible();
    await expectAccessible(theirs, 'the password, once');
    await theirs.getByLabel('Password', { exact: true }).fill(colleague.password);
    await theirs.getByRole('button', { name: 'Use my organisation’s sign-in' }).click();
    await expect(theirs.getByRole('navigation', { name: 'Main' })).toBeVisible();
    await theirs.context().clearCookies();

    await byProvider(theirs, colleague);
    await expect(theirs.getByRole('navigation', { name: 'Main' })).toBeVisible();
    await theirs.goto('/settings/security');
    await expect(theirs.getByRole('heading', { name: 'Your organisation’s account' })).toBeVisible();
    await theirs.context().clearCookies();

    await byProvider(theirs, { ...colleague, email: `nobody@${domainOf(admin)}` });
    await expect(theirs.getByRole('alert')).toContainText('Nobody here has the address');
    await theirs.context().close();

    await page.reload();
    await page.getByRole('button', { name: 'Remove…' }).click();
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await expect(page.getByText('People sign in with passwords.')).toBeVisible();
  });
});
