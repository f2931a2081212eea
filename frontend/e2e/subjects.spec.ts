import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { apiOf, triagedLead } from './api';
import { expect, type Portal, personWith, test } from './fixture';

const FIND = `query ($reference: String!) { leadByReference(reference: $reference) { id } }`;
const ADD = `mutation ($input: AddSubjectInput!) {
  addSubject(input: $input) { subject { id } userErrors { code message } }
}`;

/** An investigator of the brand sees its people in clear, for a purpose. */
function brand({ people }: Portal) {
  const admin = people.find(({ kind, roles }) => kind === 'MEMBER_BRAND' && roles.includes('MA'));
  const analyst = people.find(
    ({ kind, roles, organization }) =>
      kind === 'MEMBER_BRAND' && roles.includes('MI') && organization === admin?.organization,
  );
  if (!admin || !analyst) throw new Error('the demo has no brand with an investigator');
  return { admin, analyst };
}

async function choose(page: Page, field: string, option: string) {
  await page.getByRole('dialog').getByRole('combobox', { name: field }).first().click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('somebody is named, found in another lead, tied, drawn and taken away', async ({ portal, request, signInAs }) => {
  test.setTimeout(240_000);
  const violations: string[] = [];
  const { admin } = brand(portal);
  const officer = personWith(portal, 'SO');
  const wechat = `soles_${crypto.randomUUID().slice(0, 8)}`;
  const [one, two] = [await triagedLead(request, admin, officer), await triagedLead(request, admin, officer)];
  const api = await apiOf(request, admin);
  const { leadByReference } = await api(FIND, { reference: two });
  await api(ADD, {
    input: {
      idempotencyKey: crypto.randomUUID(),
      leadId: leadByReference.id,
      kind: 'SHOP_ACCOUNT',
      name: `Kicks ${wechat}`,
      identifiers: [{ kind: 'WECHAT', value: wechat }],
    },
  });

  const page = await signInAs(admin);
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) violations.push(message.text());
  });
  await page.goto(`/leads/${one}`);
  await page.getByRole('button', { name: 'Add a subject' }).click();
  const dialog = page.getByRole('dialog', { name: `Name who or what stands behind ${one}` });
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog.getByText('Give a name.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Name' }).fill(`Works ${wechat}`);
  await dialog.getByRole('textbox', { name: 'Paste a text' }).fill(`微信：${wechat} 联系 orders@soles.example`);
  await dialog.getByRole('button', { name: 'Look for identifiers' }).click();
  await dialog.getByRole('button', { name: `WeChat ${wechat}` }).click();
  await expect(dialog.getByRole('textbox', { name: 'As it is written' })).toHaveValue(wechat);
  await settled(page);
  await expectAccessible(page, 'add a subject');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText('Named.', { exact: true })).toBeVisible();
  const alike = page.getByRole('region', { name: 'Leads with the same identifiers' });
  await expect(alike).toContainText(two);
  await settled(page);
  await expectAccessible(page, 'a lead with subjects');

  await page.getByRole('link', { name: `Works ${wechat}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Works ${wechat}` })).toBeVisible();
  await page.getByRole('button', { name: 'Tie to another' }).click();
  await choose(page, `Works ${wechat} …`, 'Supplies');
  await page.getByRole('dialog').getByRole('combobox', { name: 'The other subject' }).fill(`Kicks ${wechat}`);
  await page.getByRole('option', { name: `Kicks ${wechat}` }).click();
  await page
    .getByRole('dialog')
    .getByRole('textbox', { name: 'On what it rests' })
    .fill('Seen at the gate. 门口所见。');
  await expectAccessible(page, 'tie subjects');
  await page.getByRole('dialog').getByRole('button', { name: 'Tie', exact: true }).click();
  await expect(page.getByRole('region', { name: /^Tied by analysts/ })).toContainText('Seen at the gate');
  await settled(page);
  await expectAccessible(page, 'subject');
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, 'subject');
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.getByRole('tab', { name: 'Network' }).click();
  await expect(page.getByRole('img', { name: /^Network of 2 subjects/ })).toBeVisible();
  await expect(page.locator('canvas')).toBeVisible();
  await settled(page);
  await expectAccessible(page, 'network');
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, 'network');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('radiogroup', { name: 'Shown as' }).getByText('Table').click();
  await expect(page.getByRole('table', { name: 'What ties them' })).toContainText(`WeChat: ${wechat}`);
  await page.getByRole('button', { name: 'Path to …' }).click();
  await page.getByRole('combobox', { name: `Path from Works ${wechat} to` }).click();
  await page.getByRole('option', { name: `Kicks ${wechat}` }).click();
  await expect(page.getByRole('region', { name: 'Shortest path' })).toContainText(`Kicks ${wechat}`);
  await settled(page);
  await expectAccessible(page, 'network as tables');
  expect(violations).toEqual([]);

  await page.goto('/subjects');
  await settled(page);
  await expectAccessible(page, 'subjects');
  const finder = page.getByRole('search', { name: 'Find by identifier' });
  await finder.getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option', { name: 'WeChat' }).click();
  await finder.getByRole('textbox', { name: 'Known by exactly this' }).fill(wechat.toUpperCase());
  await finder.getByRole('button', { name: 'Find' }).click();
  await expect(page.getByText('2 subjects', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: `Works ${wechat}` }).click();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Take away' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('It was another one. 认错了。');
  await page.getByRole('dialog').getByRole('button', { name: 'Take away' }).click();
  await expect(page.getByText('Taken away.', { exact: true })).toBeVisible();
});

test('a person is masked, and in clear only as long as the dialog is open', async ({ portal, request, signInAs }) => {
  const { admin, analyst } = brand(portal);
  const reference = await triagedLead(request, admin, personWith(portal, 'SO'));
  const api = await apiOf(request, admin);
  const { leadByReference } = await api(FIND, { reference });
  const name = `Jane Doe${crypto.randomUUID().slice(0, 6)}`;
  const { addSubject } = await api(ADD, {
    input: {
      idempotencyKey: crypto.randomUUID(),
      leadId: leadByReference.id,
      kind: 'PERSON',
      name,
      personalData: { purpose: 'INVESTIGATION', legalBasis: 'LEGAL_CLAIMS' },
      identifiers: [{ kind: 'TELEGRAM', value: '@janedoe_sells' }],
    },
  });
  const page = await signInAs(analyst);
  await page.goto(`/subjects/${addSubject.subject.id}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('•••');
  await page.getByRole('button', { name: 'Show in clear' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(dialog.getByText('Choose for what.')).toBeVisible();
  await choose(page, 'For what', 'Referral to law enforcement');
  await dialog.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(dialog.getByText(name)).toBeVisible();
  await expectAccessible(page, 'a person in clear');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText(name)).toHaveCount(0);
  await expect(page.getByText('janedoe_sells')).toHaveCount(0);
});
