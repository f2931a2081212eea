import type { APIRequestContext } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { apiOf } from './api';
import { type DemoPerson, expect, personWith, test } from './fixture';

const BRAND = '{ viewer { organization { brands(first: 1) { nodes { id } } } } }';

const CREATE = `mutation ($input: CreateIpRightInput!) {
  createIpRight(input: $input) { ipRight { id } userErrors { code field message } }
}`;

/** A trade mark that its holder has not submitted yet: the address of its page. */
async function draft(request: APIRequestContext, holder: DemoPerson) {
  const as = await apiOf(request, holder);
  const { viewer } = await as(BRAND);
  const facts = {
    kind: 'TRADEMARK',
    title: `CALDERWICK ${crypto.randomUUID().slice(0, 8).toUpperCase()}`,
    brandIds: [viewer.organization.brands.nodes[0].id],
    office: 'US',
    registrationNumber: String(Math.floor(1_000_000_000 + Math.random() * 9_000_000_000)),
    niceClasses: [25],
    inForceFrom: '2020-03-01',
    expiresOn: `${new Date().getUTCFullYear() + 3}-02-28`,
  };
  const { createIpRight } = await as(CREATE, { input: { idempotencyKey: crypto.randomUUID(), facts } });
  return `/rights/${createIpRight.ipRight.id}`;
}

/** A file that begins like a PDF, another one each time. */
const pdf = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.7\n% ${crypto.randomUUID()}\n`),
});

test('a certificate is added, opened, taken away, and kept once the right is submitted with it', async ({
  portal,
  request,
  signInAs,
}) => {
  const holder = personWith(portal, 'MA', 'MEMBER_BRAND');
  const address = await draft(request, holder);
  const page = await signInAs(holder);
  await page.goto(address);
  const section = page.getByRole('region', { name: 'Certificates' });
  await expect(section).toContainText('No certificate yet.');
  const choose = section.locator('input[type=file]');

  await choose.setInputFiles({ name: 'words.txt', mimeType: 'text/plain', buffer: Buffer.from('only words') });
  const wrong = page.getByRole('dialog', { name: 'Add words.txt' });
  await expect(wrong.getByText(/^Arrived\. SHA-256 [0-9a-f]{64}$/)).toBeVisible();
  await wrong.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(wrong.getByText('A certificate is a PDF or a picture (JPEG, PNG, WebP).')).toBeVisible();
  await wrong.getByRole('button', { name: 'Cancel' }).click();

  await choose.setInputFiles([pdf('registration.pdf'), pdf('wrong.pdf')]);
  for (const [file, title] of [
    ['registration.pdf', 'The registration'],
    ['wrong.pdf', 'A wrong one'],
  ] as const) {
    const dialog = page.getByRole('dialog', { name: `Add ${file}` });
    await expect(dialog.getByText(/^Arrived\. SHA-256 [0-9a-f]{64}$/)).toBeVisible();
    await dialog.getByRole('textbox', { name: 'What it is' }).fill(title);
    await settled(page);
    await expectAccessible(page, 'add a certificate', ['light']);
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(dialog).toHaveCount(0);
  }
  await expect(section.getByText('The registration', { exact: true })).toBeVisible();
  await expect(section.getByText('A wrong one', { exact: true })).toBeVisible();
  await settled(page);
  await expectAccessible(page, 'a right with certificates');
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, 'a right with certificates');
  await page.setViewportSize({ width: 1440, height: 900 });

  const download = page.waitForEvent('download');
  await section.getByRole('button', { name: 'Open: The registration' }).click();
  expect((await download).suggestedFilename()).toBe('registration.pdf');
  await section.getByRole('button', { name: 'Remove: A wrong one' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(section.getByText('A wrong one')).toHaveCount(0);

  await page.getByRole('button', { name: 'Submit', exact: true }).click();
  await expect(page.getByText('Submitted; the secretariat verifies it.')).toBeVisible();
  await expect(section.getByText('The registration')).toBeVisible();
  await expect(section.getByRole('button', { name: /^Remove/ })).toHaveCount(0);

  const desk = await signInAs(personWith(portal, 'SO'));
  await desk.goto(address);
  const theirs = desk.getByRole('region', { name: 'Certificates' });
  await expect(theirs.getByText('The registration')).toBeVisible();
  await expect(theirs.locator('input[type=file]')).toHaveCount(0);
  const copy = desk.waitForEvent('download');
  await theirs.getByRole('button', { name: 'Open: The registration' }).click();
  expect((await copy).suggestedFilename()).toBe('registration.pdf');
});
