import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { expect, type Portal, personWith, test } from './fixture';

const unique = () => crypto.randomUUID().slice(0, 8);

/** Somebody whose suspension disturbs nobody else's test: the last finance person of a brand. */
function finance({ people }: Portal) {
  const found = people.filter(({ roles }) => roles.length === 1 && roles[0] === 'MF').at(-1);
  if (!found) throw new Error('the demo has nobody who is only finance');
  return found;
}

async function choose(page: Page, name: string, item: string) {
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('an organisation is invited with its first person, and its facts are changed', async ({ portal, signInAs }) => {
  const page = await signInAs(personWith(portal, 'SA'));
  const name = `Silberfaden ${unique()}`;
  await page.goto('/organizations');
  await settled(page);
  await expectAccessible(page, 'organisations');

  await page.getByRole('button', { name: 'Invite an organisation' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Send invitation' }).click();
  await expect(dialog.getByText('Give the legal name.')).toBeVisible();
  await expectAccessible(page, 'invite an organisation');
  await dialog.getByRole('textbox', { name: 'Legal name', exact: true }).fill(name);
  await dialog.getByLabel('Legal name in Chinese').fill('银线服饰');
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Ida Falk');
  await dialog.getByLabel('E-mail address').fill(`ida.${unique()}@silberfaden.example`);
  await dialog.getByRole('button', { name: 'Send invitation' }).click();

  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('Invited', { exact: true }).first()).toBeVisible();
  const person = page.getByRole('table', { name: 'People' }).getByRole('row').filter({ hasText: 'Ida Falk' });
  await expect(person).toBeVisible();
  expect((await person.getByRole('cell').first().boundingBox())?.width, 'room for a name').toBeGreaterThan(120);
  await settled(page);
  await expectAccessible(page, 'organisation');

  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Change facts' }).click();
  await dialog.getByLabel('Division code').fill('440300');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('China · 440300')).toBeVisible();

  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, 'organisation');
  await expectAccessible(page, 'organisation on a phone');

  await page.goto(`/organizations?states=INVITED&search=${encodeURIComponent(name)}`);
  await expect(page.getByRole('link', { name })).toBeVisible();
});

test('a person is invited, with the roles of the kind of organisation', async ({ portal, signInAs }) => {
  const page = await signInAs(personWith(portal, 'MA', 'MEMBER_BRAND'));
  const name = `Milo Anders ${unique()}`;
  await page.goto('/people');
  await settled(page);
  await expectAccessible(page, 'people');

  await page.getByRole('button', { name: 'Invite a person' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await dialog.getByLabel('E-mail address').fill(`milo.${unique()}@brand.example`);
  await expect(dialog.getByRole('checkbox', { name: 'Member investigator' })).toBeVisible();
  await expect(dialog.getByRole('checkbox', { name: 'Secretariat administrator' })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Send invitation' }).click();
  await expect(dialog.getByText('Give at least one role.')).toBeVisible();
  await expectAccessible(page, 'invite a person');
  await dialog.getByRole('checkbox', { name: 'Member investigator' }).check();
  await dialog.getByRole('button', { name: 'Send invitation' }).click();
  await expect(page.getByText(`${name} is invited and gets a mail.`)).toBeVisible();

  await page.goto(`/people?states=INVITED&search=${encodeURIComponent(name)}`);
  await choose(page, name, 'Send a new invitation');
  await dialog.getByRole('button', { name: 'Send a new invitation' }).click();
  await expect(page.getByText(`A new invitation is on its way to ${name}.`)).toBeVisible();
});

test('who is suspended is out at the next request, and in again afterwards', async ({ portal, signInAs }) => {
  const person = finance(portal);
  const theirs = await signInAs(person);
  const page = await signInAs(personWith(portal, 'SA'));
  await page.goto(`/people?search=${encodeURIComponent(person.email)}`);
  await choose(page, person.name, 'Suspend');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Suspend' }).click();
  await expect(dialog.getByText('Say why.')).toBeVisible();
  await expectAccessible(page, 'suspend');
  await dialog.getByLabel('Reason').fill('Left the company. 已离职。');
  await dialog.getByRole('button', { name: 'Suspend' }).click();
  await expect(page.getByText(`${person.name} is suspended.`)).toBeVisible();
  await expect(page.getByRole('table', { name: 'People' }).getByText('Suspended')).toBeVisible();

  await theirs.goto('/organizations');
  await expect(theirs.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();

  await choose(page, person.name, 'Reinstate');
  await dialog.getByRole('button', { name: 'Reinstate' }).click();
  await expect(page.getByText(`${person.name} is reinstated.`)).toBeVisible();
  await signInAs(person);
});

test('a brand administrator enters a brand and authorises a seller', async ({ portal, signInAs }) => {
  const administrator = personWith(portal, 'MA', 'MEMBER_BRAND');
  const page = await signInAs(administrator);
  const name = `Mondglanz ${unique()}`;
  await page.goto('/organizations?kinds=MEMBER_BRAND');
  await page.getByRole('link', { name: administrator.organization }).click();
  await page.getByRole('button', { name: 'Enter a brand' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await dialog.getByLabel('Nice classes').fill('9, 46');
  await dialog.getByRole('button', { name: 'Enter a brand' }).click();
  await expect(dialog.getByText('Classes are numbers from 1 to 45.')).toBeVisible();
  await dialog.getByLabel('Nice classes').fill('9, 14');
  await dialog.getByRole('button', { name: 'Enter a brand' }).click();
  await expect(page.getByText(`${name} is entered.`)).toBeVisible();

  await choose(page, name, 'Add an authorised party');
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Sternhaus GmbH');
  await dialog.getByRole('button', { name: 'Add' }).click();
  const parties = page.getByRole('list', { name: `Authorised parties of ${name}` });
  await expect(parties.getByText('Sternhaus GmbH')).toBeVisible();
  await expectAccessible(page, 'organisation of a brand');

  await parties.getByRole('button', { name: 'Revoke: Sternhaus GmbH' }).click();
  await dialog.getByLabel('Reason').fill('The contract has ended.');
  await dialog.getByRole('button', { name: 'Revoke' }).click();
  await expect(parties.getByText('Revoked')).toBeVisible();
});

test('an auditor reads the log and its seal', async ({ portal, signInAs }) => {
  const page = await signInAs(personWith(portal, 'AU'));
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Audit trail' }).click();
  const table = page.getByRole('table', { name: 'Audit trail' });
  await expect(page.getByRole('region', { name: 'Seal of the log' })).toContainText('entries in the chain');
  await expect(table.getByText('Signed in').first()).toBeVisible();

  await page.getByRole('button', { name: 'Action', exact: true }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Invited a person' }).click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/actions=inviteUser/);
  await expect(table.getByText('Signed in')).toHaveCount(0);
  await settled(page);
  await expectAccessible(page, 'audit trail');

  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, 'audit trail');
  await expectAccessible(page, 'audit trail on a phone');
});

test('who may not read the audit trail is not led to it', async ({ portal, signInAs }) => {
  const page = await signInAs(personWith(portal, 'MI', 'MEMBER_BRAND'));
  await expect(page.getByRole('link', { name: 'Audit trail' })).toHaveCount(0);
  await page.goto('/audit');
  await expect(page.getByText('This page does not exist, or it is not shared with you.')).toBeVisible();
});
