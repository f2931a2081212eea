import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { APIRequestContext } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { apiOf } from './api';
import { type DemoPerson, expect, personWith, test } from './fixture';
import { freePort } from './server';

const CREATE = `mutation ($input: CreateServiceAccountInput!) {
  createServiceAccount(input: $input) { serviceAccount { id } userErrors { code message } }
}`;

interface Heard {
  headers: IncomingHttpHeaders;
  body: string;
}

/** Takes what is sent to it, after it has refused as much as it was told to. */
async function receiver(refusals: number) {
  const heard: Heard[] = [];
  let left = refusals;
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    heard.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
    response.writeHead(left-- > 0 ? 500 : 204).end();
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${port}/hook`, heard, stop: () => server.close() };
}

async function newAccount(request: APIRequestContext, admin: DemoPerson) {
  const name = `Hooks ${crypto.randomUUID().slice(0, 8)}`;
  const input = { idempotencyKey: crypto.randomUUID(), name, scopes: ['LEADS_READ'], networks: [] };
  const { createServiceAccount } = await (await apiOf(request, admin))(CREATE, { input });
  return createServiceAccount.serviceAccount.id as string;
}

/** As Standard Webhooks say. */
function signatureOf({ headers, body }: Heard, secret: string) {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
}

test('an endpoint is added, pinged, sent to again, and its secret is changed', async ({
  portal,
  request,
  signInAs,
}) => {
  test.setTimeout(240_000);
  const admin = personWith(portal, 'MA', 'MEMBER_BRAND');
  const account = await newAccount(request, admin);
  const { url, heard, stop } = await receiver(0);
  try {
    const page = await signInAs(admin);
    await page.goto(`/partners/${account}`);
    await page.getByRole('button', { name: 'Add an endpoint' }).click();
    const add = page.getByRole('dialog', { name: 'Add an endpoint' });
    await add.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(add.getByText('Give the address.')).toBeVisible();
    await add.getByRole('textbox', { name: 'Address' }).fill(url);
    await add.getByRole('radio', { name: 'Only some kinds' }).check();
    await add.getByRole('button', { name: 'All of them: Deliveries' }).click();
    await expect(add.getByRole('checkbox', { name: 'Verdict given' })).toBeChecked();
    await expectAccessible(page, 'add an endpoint');
    await add.getByRole('button', { name: 'Add', exact: true }).click();
    const once = page.getByRole('dialog', { name: 'The secret of the endpoint' });
    const secret = await once.getByLabel('Signing secret', { exact: true }).inputValue();
    await once.getByRole('checkbox', { name: 'I have put it in a safe place' }).check();
    await once.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('table', { name: 'Webhooks' }).getByRole('link', { name: url }).click();

    await page.getByRole('button', { name: 'Send a ping' }).click();
    const messages = page.getByRole('table', { name: 'Messages' });
    await expect(messages.getByRole('row', { name: /Ping/ })).toContainText('Delivered', { timeout: 30_000 });
    expect(heard).toHaveLength(1);
    const [ping] = heard as [Heard];
    expect(ping.headers['webhook-signature']).toBe(signatureOf(ping, secret));
    await messages.getByRole('button', { name: 'Ping: 1 try' }).click();
    const tries = page.getByRole('dialog', { name: 'Ping' });
    await expect(tries.getByText('Answered 204')).toBeVisible();
    await expectAccessible(page, 'tries of a message');
    await tries.getByRole('button', { name: 'Close' }).click();

    await messages.getByRole('checkbox', { name: /^Ping/ }).check();
    await page.getByRole('button', { name: 'Send again (1)' }).click();
    await expect(page.getByText('1 message is sent again.')).toBeVisible();
    await expect.poll(() => heard.length, { timeout: 30_000 }).toBe(2);
    expect(heard[1]?.headers['webhook-id']).toBe(ping.headers['webhook-id']);

    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Change the secret' }).click();
    const rotate = page.getByRole('dialog', { name: 'Change the secret' });
    await rotate.getByRole('button', { name: 'Change the secret' }).click();
    const next = page.getByRole('dialog', { name: 'The secret of the endpoint' });
    const newer = await next.getByLabel('Signing secret', { exact: true }).inputValue();
    await next.getByRole('checkbox', { name: 'I have put it in a safe place' }).check();
    await next.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByRole('complementary')).toContainText('Signs too until');
    await page.getByRole('button', { name: 'Send a ping' }).click();
    await expect.poll(() => heard.length, { timeout: 30_000 }).toBe(3);
    const both = String(heard[2]?.headers['webhook-signature']).split(' ');
    expect(both.toSorted()).toEqual([secret, newer].map((each) => signatureOf(heard[2] as Heard, each)).toSorted());

    await settled(page);
    await expectAccessible(page, 'endpoint');
    await page.setViewportSize(PHONE);
    await expectNoSidewaysScroll(page, 'endpoint');
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByText('No endpoints yet')).toBeVisible();
  } finally {
    stop();
  }
});

test('an endpoint that refuses shows that, and waits while it is paused', async ({ portal, request, signInAs }) => {
  const admin = personWith(portal, 'MA', 'MEMBER_BRAND');
  const account = await newAccount(request, admin);
  const { url, stop } = await receiver(100);
  try {
    const ask = await apiOf(request, admin);
    const { createWebhookEndpoint } = await ask(
      `mutation ($input: CreateWebhookEndpointInput!) {
        createWebhookEndpoint(input: $input) { endpoint { id } userErrors { code message } }
      }`,
      { input: { idempotencyKey: crypto.randomUUID(), accountId: account, url, kinds: [] } },
    );
    const page = await signInAs(admin);
    await page.goto(`/partners/webhooks/${createWebhookEndpoint.endpoint.id}`);
    await page.getByRole('button', { name: 'Send a ping' }).click();
    const row = page.getByRole('table', { name: 'Messages' }).getByRole('row', { name: /Ping/ });
    await expect(row.getByRole('button', { name: /try|tries/ })).toBeVisible({ timeout: 30_000 });
    await row.getByRole('button', { name: /try|tries/ }).click();
    await expect(page.getByRole('dialog', { name: 'Ping' })).toContainText('It is tried again');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Pause' }).click();
    await expect(page.getByText('It is paused. Messages wait until it is resumed.')).toBeVisible();
    await settled(page);
    await expectAccessible(page, 'a paused endpoint');
    await page.getByRole('button', { name: 'Resume' }).click();
    await expect(page.getByText('Resumed.', { exact: true })).toBeVisible();
  } finally {
    stop();
  }
});
