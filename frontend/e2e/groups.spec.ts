import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { triagedLead } from './api';
import { type DemoPerson, expect, type Portal, personWith, test } from './fixture';

const MISSING = 'This page does not exist, or it is not shared with you.';

/** The brands with an administrator and an investigator, who may only look. */
function brands({ people }: Portal) {
  const of = (role: string) => people.filter(({ roles, kind }) => kind === 'MEMBER_BRAND' && roles.includes(role));
  return of('MA').flatMap((admin) => {
    const reader = of('MI').find(({ organization }) => organization === admin.organization);
    return reader ? [{ name: admin.organization, admin, reader }] : [];
  });
}

/** Three of them: whose group it is, who is in it, and who is not. */
function three(portal: Portal) {
  const [mine, theirs, others] = brands(portal);
  if (!mine || !theirs || !others) throw new Error('the demo has no three brands with an investigator');
  return { mine, theirs, others };
}

async function makeGroup(page: Page, name: string, member: string) {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Sharing groups' }).click();
  await page.getByRole('button', { name: 'New sharing group' }).click();
  const dialog = page.getByRole('dialog', { name: 'New sharing group' });
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(dialog.getByText('Give the group a name.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('textbox', { name: 'Purpose' }).fill('Forged movements. 假冒机芯。');
  await expect(dialog).toContainText('Only those in it and the secretariat learn that it exists and who is in it.');
  await expect(dialog).toContainText('Whoever comes in also sees what was shared with the group before.');
  await dialog.getByRole('checkbox', { name: 'Confidential' }).check();
  await dialog.getByRole('combobox', { name: 'Organisations' }).fill(member);
  await page.getByRole('option', { name: member }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).focus();
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await settled(page);
  await expectAccessible(page, 'new sharing group');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

async function shareWithGroup(page: Page, reference: string, group: string) {
  await page.goto(`/leads/${reference}`);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Sharing groups' }).click();
  await page.getByRole('option', { name: `${group} (confidential)` }).click();
  const audience = dialog.getByRole('region', { name: 'Who will see this' });
  await expect(audience).toContainText(new RegExp(`Sharing group ${group}: \\d+ (person|people)`));
  await dialog.getByRole('textbox', { name: 'Reason' }).focus();
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await settled(page);
  await expectAccessible(page, 'share with a group');
  await dialog.getByRole('button', { name: /^Share with \d+ (person|people)$/ }).click();
  await expect(page.getByText('Shared.', { exact: true })).toBeVisible();
}

/** The list of leads and the lead itself say the same. */
async function expectSeen(page: Page, reference: string, seen: boolean) {
  await page.goto(`/leads?search=${reference}`);
  await expect(page.getByText(seen ? '1 lead' : 'No lead matches', { exact: true })).toBeVisible();
  await page.goto(`/leads/${reference}`);
  await expect(seen ? page.getByRole('heading', { name: 'Activity' }) : page.getByText(MISSING)).toBeVisible();
}

test.describe('a lead is shared with a confidential circle', () => {
  test('those in it see the lead, nobody else learns of it, and who leaves sees it no more', async ({
    portal,
    request,
    signInAs,
  }) => {
    test.setTimeout(240_000);
    const { mine, theirs, others } = three(portal);
    const name = `Movements ${crypto.randomUUID().slice(0, 8)}`;
    const page = await signInAs(mine.admin);
    await makeGroup(page, name, theirs.name);
    const address = new URL(page.url()).pathname;
    const members = page.getByRole('table', { name: 'Members' });
    await expect(members.getByRole('row', { name: mine.name })).toContainText('Everybody there');
    await expect(members.getByRole('row', { name: theirs.name })).toBeVisible();
    // Who looks after it stays in it.
    await expect(members.getByRole('button', { name: /^Remove/ })).toHaveCount(1);
    await settled(page);
    await expectAccessible(page, 'sharing group');

    const reference = await triagedLead(request, mine.admin, personWith(portal, 'SO'));
    await shareWithGroup(page, reference, name);

    const reader = await signInAs(theirs.reader);
    await expectSeen(reader, reference, true);
    await reader.goto('/groups?mine=true');
    await reader.getByRole('link', { name }).click();
    await expect(reader.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(reader.getByRole('button', { name: /Leave|Change|Add members/ })).toHaveCount(0);

    const stranger = await signInAs(others.admin);
    await expectSeen(stranger, reference, false);
    await stranger.goto('/groups');
    await settled(stranger);
    await expect(stranger.getByText(name)).toHaveCount(0);
    await stranger.goto(address);
    await expect(stranger.getByText(MISSING)).toBeVisible();

    const admin = await signInAs(theirs.admin);
    await admin.goto(address);
    await admin.setViewportSize(PHONE);
    await settled(admin);
    await expectNoSidewaysScroll(admin, 'sharing group');
    await expectAccessible(admin, 'sharing group on a phone');
    await admin.getByRole('button', { name: 'Leave' }).click();
    const dialog = admin.getByRole('dialog', { name: 'Leave the group' });
    await expect(dialog).toBeVisible();
    await expectAccessible(admin, 'leave a sharing group');
    await dialog.getByRole('button', { name: 'Leave' }).click();
    // Who has left a confidential group is led away from it.
    await expect(admin).toHaveURL(/\/groups$/);
    await expect(admin.getByText('Your organisation has left.')).toBeVisible();
    await settled(admin);
    await expect(admin.getByText(name)).toHaveCount(0);
    await expectSeen(reader, reference, false);

    await page.goto(`${address}?do=CLOSE`);
    const close = page.getByRole('dialog', { name: 'Close the group' });
    await close.getByRole('button', { name: 'Close', exact: true }).last().click();
    await expect(close.getByText('Say why.')).toBeVisible();
    await expectAccessible(page, 'close a sharing group');
    await close.getByLabel('Reason').fill('The case is done. 案件已结。');
    await close.locator('[type=submit]').click();
    await expect(page.getByText('Closed.', { exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: /Change|Add members/ })).toHaveCount(0);
  });

  test('a member is taken in, removed again, and the group is changed', async ({ portal, signInAs }) => {
    const { mine, theirs, others } = three(portal);
    const name = `Straps ${crypto.randomUUID().slice(0, 8)}`;
    const page = await signInAs(mine.admin);
    await makeGroup(page, name, theirs.name);
    await page.getByRole('button', { name: 'Add members' }).click();
    const add = page.getByRole('dialog', { name: 'Add members' });
    await add.getByRole('button', { name: 'Add members' }).click();
    await expect(add.getByText('Name somebody.')).toBeVisible();
    await add.getByRole('combobox', { name: 'Organisations' }).fill(theirs.name);
    await expect(page.getByText('Nothing found')).toBeVisible();
    await add.getByRole('combobox', { name: 'Organisations' }).fill(others.name);
    await page.getByRole('option', { name: others.name }).click();
    await add.getByRole('button', { name: 'Cancel' }).focus();
    await expect(page.getByRole('listbox')).toHaveCount(0);
    await expectAccessible(page, 'add members');
    await add.getByRole('button', { name: 'Add members' }).click();
    const row = page.getByRole('table', { name: 'Members' }).getByRole('row', { name: others.name });
    await expect(row).toBeVisible();
    await row.getByRole('button', { name: `Remove: ${others.name}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await expect(page.getByText('Removed.', { exact: true })).toBeVisible();
    await expect(row).toHaveCount(0);

    await page.getByRole('button', { name: 'Change', exact: true }).click();
    const change = page.getByRole('dialog', { name: 'Change the sharing group' });
    await expect(change.getByRole('checkbox', { name: 'Confidential' })).toBeDisabled();
    await change.getByRole('textbox', { name: 'Name' }).fill(`${name}, new`);
    const day = `${new Date().getUTCFullYear() + 2}-02-28`;
    await change.getByRole('combobox', { name: 'Last day' }).fill(day);
    await change.getByRole('combobox', { name: 'Last day' }).press('Tab');
    await change.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('heading', { level: 1, name: `${name}, new` })).toBeVisible();
    await expect(page.getByRole('complementary')).toContainText(`28 Feb ${day.slice(0, 4)}`);
  });
});

async function shareWith(page: Page, organization: string) {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Organisations' }).fill(organization);
  await page.getByRole('option', { name: organization }).click();
  await dialog.getByRole('button', { name: /^Share with \d+ (person|people)$/ }).click();
  await expect(page.getByText('Shared.', { exact: true })).toBeVisible();
}

async function choose(page: Page, field: string, option: string) {
  await page.getByRole('dialog').getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('a lead whose owner must not be named shows a pseudonym to others', async ({ portal, request, signInAs }) => {
  const { mine, theirs } = three(portal);
  const owner: DemoPerson = mine.admin;
  const reference = await triagedLead(request, owner, personWith(portal, 'SO'));
  const page = await signInAs(owner);
  await page.goto(`/leads/${reference}`);
  const facts = page.getByRole('complementary');
  await expect(facts).toContainText('No tipping-off');
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Change handling' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change handling' });
  await choose(page, 'The owner as its source', 'The owner must not be named');
  await choose(page, 'What may be done with it', 'Inside the organisation only');
  await dialog.getByRole('button', { name: 'Change handling' }).click();
  await expect(dialog.getByText('Give a reason.')).toBeVisible();
  await settled(page);
  await expectAccessible(page, 'change handling');
  await dialog.getByLabel('Reason').fill('A source is at risk. 线人有风险。');
  await dialog.getByRole('button', { name: 'Change handling' }).click();
  await expect(page.getByText('Handling changed.')).toBeVisible();
  await expect(facts).toContainText('The owner must not be named');
  await expect(facts).toContainText(mine.name);
  await expect(page.getByText('changed its handling · Inside the organisation only')).toBeVisible();
  await shareWith(page, theirs.name);
  await settled(page);
  await expectAccessible(page, 'a lead with handling');
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, 'a lead with handling');

  const reader = await signInAs(theirs.reader);
  await reader.goto(`/leads/${reference}`);
  await expect(reader.getByRole('complementary')).toContainText(/Member [0-9A-Z]{4}/);
  await expect(reader.getByText(mine.name)).toHaveCount(0);
  await reader.goto(`/leads?search=${reference}`);
  await expect(reader.getByRole('table', { name: 'Leads' })).toContainText(/Member [0-9A-Z]{4}/);
  await expect(reader.getByText(mine.name)).toHaveCount(0);
});
