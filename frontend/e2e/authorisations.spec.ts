import type { APIRequestContext, Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { apiOf } from './api';
import { type DemoPerson, expect, personWith, test } from './fixture';

const unique = () => crypto.randomUUID().slice(0, 8).toUpperCase();
const ARRIVED = /^Arrived\. SHA-256 [0-9a-f]{64}$/;

const OWN = '{ viewer { organization { id brands(first: 1) { nodes { id name } } } } }';

const ADD_MAKER = `mutation ($input: AddAuthorizedPartyInput!) {
  addAuthorizedParty(input: $input) { authorizedParty { id } userErrors { code field message } }
}`;

const AGENTS = '{ organizations(first: 1, filter: { kinds: [AGENT_FIRM], states: [ACTIVE] }) { nodes { id name } } }';

const SUBMIT = `mutation ($input: SubmitPowerOfAttorneyInput!) {
  submitPowerOfAttorney(input: $input) { powerOfAttorney { id } userErrors { code field message } }
}`;

/** A file that begins like a PDF, another one each time. */
const pdf = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.7\n% ${crypto.randomUUID()}\n`),
});

const today = () => new Date().toISOString().slice(0, 10);

/** A maker that the keeper's first brand has authorised, known by a shop, too. */
async function maker(request: APIRequestContext, keeper: DemoPerson) {
  const ask = await apiOf(request, keeper);
  const { organization } = (await ask(OWN)).viewer;
  const brand = organization.brands.nodes[0];
  const name = `Maker ${unique()}`;
  const shopId = unique();
  const party = { kind: 'OEM', name, platform: 'taobao', shopId, validFrom: '2020-01-01' };
  await ask(ADD_MAKER, { input: { idempotencyKey: crypto.randomUUID(), brandId: brand.id, ...party } });
  return { address: `/organizations/${organization.id}`, brand: brand.name as string, name, shopId };
}

/** Asks on the page of checks; the answer that stands first. */
async function check(page: Page, by: 'Certificate' | 'Shop', fields: Record<string, string>) {
  await page.getByRole('radio', { name: by }).check();
  for (const [name, value] of Object.entries(fields)) await page.getByRole('textbox', { name }).fill(value);
  const answers = page.getByRole('region', { name: 'Answers' }).getByRole('listitem');
  const before = await answers.count();
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(answers).toHaveCount(before + 1);
  return answers.first();
}

test('a maker’s certificate is added, checked by its number and its shop, and withdrawn', async ({
  portal,
  request,
  signInAs,
}) => {
  test.setTimeout(180_000);
  const keeper = personWith(portal, 'MA', 'MEMBER_BRAND');
  const { address, brand, name, shopId } = await maker(request, keeper);
  const page = await signInAs(keeper);
  await page.goto(address);
  const number = `AUT-${unique()}`;
  await page.locator(`input[aria-label="Add a certificate: ${name}"]`).setInputFiles(pdf('authorisation.pdf'));
  const dialog = page.getByRole('dialog', { name: 'Add authorisation.pdf' });
  await expect(dialog.getByText(ARRIVED)).toBeVisible();
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog.getByText('Give the number that stands on it.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Number' }).fill(number);
  await settled(page);
  await expectAccessible(page, 'add a maker’s certificate', ['light']);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  const certificates = page.getByRole('list', { name: `Certificates: ${name}` });
  await expect(certificates.getByText(number)).toBeVisible();
  await settled(page);
  await expectAccessible(page, 'an organisation with a maker’s certificate');
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, 'an organisation with a maker’s certificate');
  await page.setViewportSize({ width: 1440, height: 900 });
  const download = page.waitForEvent('download');
  await certificates.getByRole('button', { name: 'Open: authorisation' }).click();
  expect((await download).suggestedFilename()).toBe('authorisation.pdf');

  const desk = await signInAs(personWith(portal, 'SO'));
  await desk.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Check an authorisation' }).click();
  await desk.getByRole('combobox', { name: 'Brand' }).fill(brand);
  await desk.getByRole('option', { name: brand }).first().click();
  await expect(await check(desk, 'Certificate', { 'Certificate number': number })).toContainText('Authorised');
  await expect(await check(desk, 'Certificate', { 'Certificate number': unique() })).toContainText('Unknown');
  const ofShop = await check(desk, 'Shop', { Platform: 'taobao', 'Shop id': shopId });
  await expect(ofShop).toContainText('The brand has authorised it, without an end.');
  await settled(desk);
  await expectAccessible(desk, 'answers');
  await desk.setViewportSize(PHONE);
  await expectNoSidewaysScroll(desk, 'answers');

  await certificates.getByRole('button', { name: 'Withdraw: authorisation' }).click();
  const withdrawing = page.getByRole('dialog');
  await withdrawing.getByRole('textbox', { name: 'Reason' }).fill('It was issued by mistake');
  await withdrawing.getByRole('button', { name: 'Withdraw' }).click();
  await expect(certificates.getByText(/^Withdrawn/)).toBeVisible();
  await expect(await check(desk, 'Certificate', { 'Certificate number': number })).toContainText('Not authorised');
});

test('a power of attorney shows what was handed in of it, and is reported as forged', async ({
  portal,
  request,
  signInAs,
}) => {
  test.setTimeout(180_000);
  const keeper = personWith(portal, 'MA', 'MEMBER_BRAND');
  const ask = await apiOf(request, keeper);
  const { organization } = (await ask(OWN)).viewer;
  const agent = (await ask(AGENTS)).organizations.nodes[0];
  const power = { agentId: agent.id, actions: ['READ_LEADS'], validFrom: today(), validTo: today() };
  await ask(SUBMIT, { input: { idempotencyKey: crypto.randomUUID(), ...power } });
  const address = `/organizations/${organization.id}`;

  const page = await signInAs(keeper);
  await page.goto(address);
  // The newest stands first.
  const first = page.getByRole('region', { name: 'Powers of attorney' }).getByRole('listitem').first();
  await first.locator('input[type=file]').setInputFiles(pdf('power.pdf'));
  const dialog = page.getByRole('dialog', { name: 'Add power.pdf' });
  await expect(dialog.getByText(ARRIVED)).toBeVisible();
  await dialog.getByRole('textbox', { name: 'What it is' }).fill('The signed power');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(first.getByText('The signed power')).toBeVisible();
  await expect(first.getByRole('button', { name: /Report as forged/ })).toHaveCount(0);

  const desk = await signInAs(personWith(portal, 'SO'));
  await desk.goto(address);
  const theirs = desk.getByRole('region', { name: 'Powers of attorney' }).getByRole('listitem').first();
  await expect(theirs.getByText('The signed power')).toBeVisible();
  await theirs.getByRole('button', { name: /^Report as forged/ }).click();
  const reporting = desk.getByRole('dialog', { name: 'Report as forged' });
  await reporting.getByRole('textbox', { name: 'Reason' }).fill('Its signature is another one');
  await reporting.getByRole('checkbox').check();
  await settled(desk);
  await expectAccessible(desk, 'report as forged', ['light']);
  await reporting.getByRole('button', { name: 'Report as forged' }).click();
  await expect(theirs.getByText(/^Reported as forged/)).toBeVisible();
  await expect(theirs.getByText('Its signature is another one')).toBeVisible();
  await settled(desk);
  await expectAccessible(desk, 'a forged power of attorney');

  await page.reload();
  await expect(first.getByText(/^Reported as forged/)).toBeVisible();
});
