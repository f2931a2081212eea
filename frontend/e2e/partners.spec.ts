import type { APIRequestContext, Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { expect, personWith, test } from './fixture';

async function makeAccount(page: Page, name: string) {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Partners' }).click();
  await page.getByRole('button', { name: 'New service account' }).click();
  const dialog = page.getByRole('dialog', { name: 'New service account' });
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(dialog.getByText('Give the account a name.')).toBeVisible();
  await expect(dialog.getByText('Tick at least one.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('checkbox', { name: 'Read leads' }).check();
  await dialog.getByRole('checkbox', { name: 'Hand in listings' }).check();
  await settled(page);
  await expectAccessible(page, 'new service account');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** Adds a secret and reads it from the only place where it ever stands. */
async function addSecret(page: Page, look = false) {
  await page.getByRole('button', { name: 'Add a credential' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a credential' });
  await expect(dialog.getByText(/^It works until/)).toBeVisible();
  if (look) await expectAccessible(page, 'add a credential');
  await dialog.getByRole('button', { name: 'Make a secret' }).click();
  const shown = page.getByRole('dialog', { name: 'The new secret' });
  const id = await shown.getByLabel('Client id', { exact: true }).inputValue();
  const secret = await shown.getByLabel('Client secret', { exact: true }).inputValue();
  await expect(shown).toContainText(`curl -u '${id}:${secret}'`);
  await expect(shown.getByRole('button', { name: 'Done' })).toBeDisabled();
  if (look) await expectAccessible(page, 'a secret that is shown once');
  await shown.getByRole('checkbox', { name: 'I have put it in a safe place' }).check();
  await shown.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  return { id, secret };
}

async function tokenFor(request: APIRequestContext, { id, secret }: { id: string; secret: string }) {
  const basic = Buffer.from(`${id}:${secret}`).toString('base64');
  return request.post('/oauth/token', {
    headers: { authorization: `Basic ${basic}` },
    form: { grant_type: 'client_credentials' },
  });
}

async function asks(request: APIRequestContext, token: string) {
  const data = { query: '{ leads(first: 1) { totalCount } }' };
  return (await request.post('/graphql', { data, headers: { authorization: `Bearer ${token}` } })).json();
}

test('a program gets an account, its secrets are changed over, and it is shut out', async ({
  portal,
  request,
  signInAs,
}) => {
  test.setTimeout(240_000);
  const page = await signInAs(personWith(portal, 'MA', 'MEMBER_BRAND'));
  const name = `Crawler ${crypto.randomUUID().slice(0, 8)}`;
  await makeAccount(page, name);
  await expect(page.getByText('No credentials yet')).toBeVisible();

  const first = await addSecret(page, true);
  const granted = await tokenFor(request, first);
  expect(granted.status()).toBe(200);
  const { access_token: token } = await granted.json();
  expect((await asks(request, token)).errors).toBeUndefined();

  // Both are good until the first is ended.
  const second = await addSecret(page);
  expect((await tokenFor(request, first)).status()).toBe(200);
  expect((await tokenFor(request, second)).status()).toBe(200);
  const hint = first.secret.slice(-4);
  await page.getByRole('button', { name: `End: ${hint}` }).click();
  const end = page.getByRole('dialog', { name: 'End the credential' });
  await expect(end).toContainText(`Programs that use the secret that ends in ${hint}`);
  await expect(end).toContainText('1 other credential goes on working.');
  await expectAccessible(page, 'end a credential');
  await end.getByRole('button', { name: 'End', exact: true }).click();
  await expect(page.getByText('Ended.', { exact: true })).toBeVisible();
  expect((await tokenFor(request, first)).status()).toBe(401);
  expect((await asks(request, token)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  await settled(page);
  await expectAccessible(page, 'service account');
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, 'service account');

  const { access_token: last } = await (await tokenFor(request, second)).json();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Suspend' }).click();
  const suspend = page.getByRole('dialog', { name: 'Suspend the service account' });
  await suspend.getByLabel('Reason').fill('It asks too much. 请求过多。');
  await expectAccessible(page, 'suspend a service account');
  await suspend.getByRole('button', { name: 'Suspend' }).click();
  await expect(page.getByText('Suspended.', { exact: true })).toBeVisible();
  expect((await asks(request, last)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible();
});

test('a private key stays in the browser, a network that is none is told at its field', async ({
  portal,
  signInAs,
}) => {
  const page = await signInAs(personWith(portal, 'MA', 'MEMBER_BRAND'));
  await page.goto('/partners');
  await makeAccount(page, `Keys ${crypto.randomUUID().slice(0, 8)}`);
  await page.getByRole('button', { name: 'Add a credential' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a credential' });
  await dialog.getByText('Key', { exact: true }).click();
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  const jwkOf = async (key: CryptoKey) => {
    const { kty, crv, x, d } = await crypto.subtle.exportKey('jwk', key);
    return JSON.stringify({ kty, crv, x, d, kid: 'first' });
  };
  await dialog.getByLabel('Public key as JWK').fill(await jwkOf(pair.privateKey));
  await dialog.getByRole('button', { name: 'Add the key' }).click();
  await expect(dialog.getByText('This is a private key.')).toBeVisible();
  await dialog.getByLabel('Public key as JWK').fill(await jwkOf(pair.publicKey));
  await expectAccessible(page, 'add a key');
  await dialog.getByRole('button', { name: 'Add the key' }).click();
  await expect(page.getByRole('table', { name: 'Credentials' })).toContainText('Key first');

  await page.getByRole('button', { name: 'Change', exact: true }).click();
  const change = page.getByRole('dialog', { name: 'Change the service account' });
  await change.getByLabel('Networks').fill('10.0.0.0/99');
  await change.getByLabel('Networks').press('Enter');
  await change.getByRole('button', { name: 'Save' }).click();
  await expect(change.getByLabel('Networks')).toHaveAttribute('aria-invalid', 'true');
});

test('who manages no service accounts finds none', async ({ portal, signInAs }) => {
  const page = await signInAs(personWith(portal, 'MI', 'MEMBER_BRAND'));
  await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Partners' })).toHaveCount(0);
  await page.goto('/partners');
  await expect(page.getByText('This page does not exist, or it is not shared with you.')).toBeVisible();
});
