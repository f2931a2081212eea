import type { Page } from '@playwright/test';
import { DESK, expectAccessible, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { triagedLead } from './api';
import { type DemoPerson, expect, type Portal, test } from './fixture';

const MISSING = 'This page does not exist, or it is not shared with you.';
const REASON = 'The only reader has left and the hearing is today. 唯一的查看人已离职，今天开庭。';

/** Whose lead it is, and somebody of another brand to whom it is opened. */
function twoBrands({ people }: Portal): { owner: DemoPerson; reader: DemoPerson } {
  const owner = people.find(({ kind, roles }) => kind === 'MEMBER_BRAND' && roles.includes('MA'));
  const reader = people.find(
    ({ kind, roles, organization }) =>
      kind === 'MEMBER_BRAND' && roles.includes('MI') && organization !== owner?.organization,
  );
  if (!owner || !reader) throw new Error('the demo has no two brands');
  return { owner, reader };
}

/** Two of the secretariat, neither of whom could do the other's part. */
function twoOfTheSecretariat({ people }: Portal): { asks: DemoPerson; decides: DemoPerson } {
  const only = (role: string, not: string) =>
    people.find(({ roles, totpSecret }) => roles.includes(role) && !roles.includes(not) && !totpSecret);
  const [asks, decides] = [only('SA', 'SO'), only('SO', 'SA')];
  if (!asks || !decides) throw new Error('the demo has no two people of the secretariat');
  return { asks, decides };
}

async function openPage(page: Page) {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Emergency access' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Emergency access' })).toBeVisible();
}

/** Asks, and answers where the request stands. */
async function ask(page: Page, reference: string, reader: DemoPerson) {
  await openPage(page);
  await page.getByRole('button', { name: 'Ask for emergency access' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ask for emergency access' });
  await expect(dialog).toContainText('The officers of the desk are told at once');
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(dialog.getByText('Give a reference such as LD-26-7K3QX2.')).toBeVisible();
  await expect(dialog.getByText('Say it in at least 20 characters.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Lead' }).fill(reference);
  await dialog.getByRole('combobox', { name: 'Opened to' }).fill(reader.name);
  await page.getByRole('option', { name: `${reader.name} · ${reader.organization}` }).click();
  await dialog.getByRole('textbox', { name: 'Hours' }).fill('73');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill(REASON);
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(dialog.getByText('Give 1 to 72 hours.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Hours' }).fill('6');
  await settled(page);
  await expectAccessible(page, 'ask for emergency access');
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Emergency access to ${reference}` })).toBeVisible();
  await settled(page);
  return new URL(page.url()).searchParams.get('request') ?? '';
}

async function expectSeen(page: Page, reference: string, seen: boolean) {
  await page.goto(`/leads/${reference}`);
  await expect(seen ? page.getByRole('heading', { name: 'Activity' }) : page.getByText(MISSING)).toBeVisible();
}

test('two people open a lead past its owner, who reads of it, and it is closed again', async ({
  portal,
  request,
  signInAs,
}) => {
  test.setTimeout(240_000);
  const { owner, reader } = twoBrands(portal);
  const { asks, decides } = twoOfTheSecretariat(portal);
  const reference = await triagedLead(request, owner, decides);
  const stranger = await signInAs(reader);
  await expectSeen(stranger, reference, false);

  const administrator = await signInAs(asks);
  const id = await ask(administrator, reference, reader);
  await expect(administrator.getByText('Waits for a decision')).toBeVisible();
  await expect(administrator.getByRole('button', { name: 'Withdraw' })).toBeVisible();
  await expect(administrator.getByRole('button', { name: /Open the lead|Decline|End now/ })).toHaveCount(0);

  const officer = await signInAs(decides);
  await officer.goto(`/break-glass?request=${id}`);
  await expect(officer.getByText(REASON)).toBeVisible();
  await settled(officer);
  await expectAccessible(officer, 'request for emergency access');
  await officer.getByRole('button', { name: 'Open the lead' }).click();
  const decide = officer.getByRole('dialog', { name: 'Open the lead in an emergency' });
  await expect(decide).toContainText(`Lead ${reference} is opened to ${reader.name} of ${reader.organization} until`);
  await expect(decide).toContainText('Nobody learns here whether there is such a lead.');
  await expectAccessible(officer, 'decide on emergency access');
  await decide.getByRole('textbox', { name: 'Note' }).fill('The court has confirmed it. 法院已确认。');
  await decide.getByRole('button', { name: 'Open the lead' }).click();
  await expect(officer.getByText('Agreed. Those who have to know are told.')).toBeVisible();
  await expect(
    officer.getByRole('banner').or(officer.locator('header')).getByText('Open', { exact: true }),
  ).toBeVisible();
  await officer.setViewportSize(PHONE);
  await settled(officer);
  await expectNoSidewaysScroll(officer, 'emergency access');
  await expectAccessible(officer, 'emergency access on a phone');
  await officer.setViewportSize(DESK);
  await expectSeen(stranger, reference, true);

  // Who asked does not learn from it whether there is such a lead.
  await administrator.goto(`/break-glass?request=${id}`);
  await expect(administrator.getByText('The lead is open to this person, if there is such a lead.')).toBeVisible();
  await expect(administrator.getByRole('complementary').getByRole('link')).toHaveCount(0);

  const admin = await signInAs(owner);
  await openPage(admin);
  const row = admin.getByRole('table', { name: 'Emergency access' }).getByRole('row', { name: reference });
  await expect(row).toContainText('Open');
  await row.getByRole('link').click();
  await expect(admin.getByText(REASON)).toBeVisible();
  await expect(admin.getByRole('button', { name: /Open the lead|Decline|End now|Withdraw/ })).toHaveCount(0);
  await admin.getByRole('complementary').getByRole('link', { name: reference }).click();
  await expect(admin.getByText('opened it in an emergency')).toBeVisible();
  const grants = admin.getByRole('region', { name: /^Shared with/ });
  await expect(grants.getByRole('listitem').filter({ hasText: reader.name })).toContainText('Opened in an emergency');
  await settled(admin);
  await expectAccessible(admin, 'a lead opened in an emergency');

  await officer.getByRole('button', { name: 'End now' }).click();
  const end = officer.getByRole('dialog', { name: 'End the emergency access' });
  await expect(end).toContainText(`${reader.name} loses sight of the lead at once`);
  await expectAccessible(officer, 'end emergency access');
  await end.getByRole('button', { name: 'End now' }).click();
  await expect(officer.getByText('Ended early')).toBeVisible();
  await expectSeen(stranger, reference, false);
});

test('a request is withdrawn or declined, the list is narrowed by the address, and others know nothing of it', async ({
  portal,
  signInAs,
}) => {
  const { owner, reader } = twoBrands(portal);
  const { asks, decides } = twoOfTheSecretariat(portal);
  const administrator = await signInAs(asks);
  // Whether there is such a lead makes no difference to what one reads.
  await ask(administrator, 'LD-26-ZZZZZZ', reader);
  await administrator.getByRole('button', { name: 'Withdraw' }).click();
  const withdraw = administrator.getByRole('dialog', { name: 'Withdraw the request' });
  await expectAccessible(administrator, 'withdraw a request');
  await withdraw.getByRole('button', { name: 'Withdraw' }).click();
  await expect(administrator.getByText('Who asked took it back. Nothing was opened.')).toBeVisible();
  const id = await ask(administrator, 'LD-26-YYYYYY', reader);

  const officer = await signInAs(decides);
  await officer.goto(`/break-glass?request=${id}`);
  await officer.getByRole('button', { name: 'Decline' }).click();
  await officer.getByRole('dialog', { name: 'Decline the request' }).getByRole('button', { name: 'Decline' }).click();
  await expect(officer.getByText('A second person did not agree. Nothing was opened.')).toBeVisible();

  await officer.goto('/break-glass?states=WITHDRAWN');
  const rows = officer.getByRole('table', { name: 'Emergency access' }).getByRole('row');
  await expect(rows.filter({ hasText: 'LD-26-ZZZZZZ' })).toHaveCount(1);
  await expect(rows.filter({ hasText: 'LD-26-YYYYYY' })).toHaveCount(0);
  await officer.getByRole('button', { name: /^State/ }).click();
  await officer.getByRole('menuitemcheckbox', { name: 'Declined' }).click();
  await expect(officer).toHaveURL(/states=DECLINED,WITHDRAWN/);
  await officer.keyboard.press('Escape');
  // The latest stands first.
  await expect(rows.nth(1)).toContainText('LD-26-YYYYYY');
  await officer.goto('/break-glass?states=ENDED,LAPSED,OVER');
  await settled(officer);

  const admin = await signInAs(owner);
  await openPage(admin);
  await settled(admin);
  await expect(admin.getByText(/LD-26-[ZY]{6}/)).toHaveCount(0);
  await admin.goto(`/break-glass?request=${id}`);
  await expect(admin.getByText(MISSING)).toBeVisible();

  const investigator = await signInAs(reader);
  await expect(investigator.getByRole('link', { name: 'Emergency access' })).toHaveCount(0);
  await investigator.goto('/break-glass');
  await expect(investigator.getByText(MISSING)).toBeVisible();
});
