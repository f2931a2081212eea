import type { APIRequestContext, Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { apiOf } from './api';
import { type DemoPerson, expect, personWith, test } from './fixture';

const unique = () => crypto.randomUUID().slice(0, 8).toUpperCase();

/** A number that no right of the demo has. */
const number = () => String(Math.floor(1_000_000_000 + Math.random() * 9_000_000_000));

/** A last day that is some years away, whenever this runs. */
const dayIn = (years: number) => `${new Date().getUTCFullYear() + years}-02-28`;
const shown = (day: string) => `28 Feb ${day.slice(0, 4)}`;

async function giveDay(scope: Pick<Page, 'getByRole'>, name: string, day: string) {
  const field = scope.getByRole('combobox', { name });
  await field.fill(day);
  await field.press('Tab');
}

async function pick(page: Page, field: string, option: string | RegExp) {
  await page.getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: option }).first().click();
  await page.keyboard.press('Escape');
}

test('a right is entered, submitted, verified and renewed, each step by who may take it', async ({
  portal,
  signInAs,
}) => {
  const mine = await signInAs(personWith(portal, 'MA', 'MEMBER_BRAND'));
  const desk = await signInAs(personWith(portal, 'SO'));
  const title = `CALDERWICK ${unique()}`;
  const [firstLast, newLast] = [dayIn(3), dayIn(13)];

  await mine.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Rights' }).click();
  await mine.getByRole('link', { name: 'Enter a right' }).click();
  await mine.getByRole('button', { name: 'Save as draft' }).click();
  await expect(mine.getByRole('textbox', { name: 'Title', exact: true })).toHaveAccessibleDescription(/Give the title/);
  await mine.getByRole('textbox', { name: 'Title', exact: true }).fill(title);
  await pick(mine, 'Brands', /./);
  await mine.getByRole('combobox', { name: 'Office' }).fill('United States');
  await mine.getByRole('option', { name: 'US · United States (USPTO)' }).click();
  // What was typed is there after a reload.
  await mine.reload();
  await expect(mine.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue(title);
  await expect(mine.getByRole('combobox', { name: 'Office' })).toHaveValue('US · United States (USPTO)');
  await mine.getByRole('button', { name: 'Save as draft' }).click();
  await expect(mine.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(mine.getByText('Draft', { exact: true })).toBeVisible();
  const address = new URL(mine.url()).pathname;

  // Nobody else knows of a draft.
  await desk.goto(address);
  await expect(desk.getByText('This page does not exist, or it is not shared with you.')).toBeVisible();

  // A refused submission says at the field what is missing.
  await mine.getByRole('button', { name: 'Submit', exact: true }).click();
  const registration = mine.getByRole('textbox', { name: 'Registration number' });
  await expect(registration).toHaveAccessibleDescription(/This is needed to verify the right/);
  await expect(registration).toBeFocused();
  await expectAccessible(mine, 'a right that lacks something', ['light']);
  await registration.fill(number());
  await pick(mine, 'Nice classes', '25 · Clothing, shoes and hats');
  await giveDay(mine, 'Registered on', '2020-03-01');
  await giveDay(mine, 'Last day', firstLast);
  await mine.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(mine.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(mine.getByText('Clothing, shoes and hats')).toBeVisible();
  await mine.getByRole('button', { name: 'Submit', exact: true }).click();
  await expect(mine.getByText('Submitted; the secretariat verifies it.')).toBeVisible();

  await desk.goto('/rights');
  await desk.getByRole('button', { name: 'Waiting to be verified' }).click();
  await expect(desk).toHaveURL(/states=SUBMITTED/);
  await desk.getByRole('link', { name: title }).click();
  await desk.getByRole('button', { name: 'Verify', exact: true }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('Seen in the register. 已在登记簿核对。');
  await dialog.getByRole('button', { name: 'Verify', exact: true }).click();
  await expect(desk.getByText('Verified.', { exact: true })).toBeVisible();

  const answer = desk.getByRole('region', { name: 'Could it be cited?' }).getByRole('status');
  await expect(answer).toHaveText('Yes, it can be cited.');
  await desk.getByRole('combobox', { name: 'Country' }).fill('Germany');
  await desk.getByRole('option', { name: 'Germany' }).click();
  await expect(answer).toHaveText('No, it does not reach that country.');

  await mine.reload();
  await mine.getByRole('button', { name: 'Enter a renewal' }).click();
  const renewal = mine.getByRole('dialog');
  await giveDay(renewal, 'New last day', newLast);
  await renewal.getByRole('button', { name: 'Enter a renewal' }).click();
  await expect(mine.getByText('The renewal is entered; the secretariat verifies it.')).toBeVisible();
  await expect(mine.getByRole('alert').filter({ hasText: 'A renewal waits' })).toContainText(shown(newLast));

  await desk.reload();
  await desk.getByRole('button', { name: 'Verify the renewal' }).click();
  await expect(dialog).toContainText(`The last day becomes ${shown(newLast)}.`);
  await dialog.getByRole('button', { name: 'Verify the renewal' }).click();
  await expect(desk.getByText('The renewal is verified.')).toBeVisible();
  await expect(desk.getByRole('complementary')).toContainText(shown(newLast));
  await expect(desk.getByRole('complementary')).not.toContainText(shown(firstLast));
});

test('a right that was found wanting is taken back, and a disputed one is settled', async ({ portal, signInAs }) => {
  const mine = await signInAs(personWith(portal, 'MA', 'MEMBER_BRAND'));
  const desk = await signInAs(personWith(portal, 'SO'));
  const title = `Calderwick woodcut ${unique()}`;
  await mine.goto('/rights/new');
  await pick(mine, 'Kind', 'Copyright');
  await mine.getByRole('textbox', { name: 'Title', exact: true }).fill(title);
  await pick(mine, 'Brands', /./);
  await expect(mine.getByRole('combobox', { name: 'Nice classes' })).toHaveCount(0);
  await giveDay(mine, 'Created on', '2019-05-04');
  await mine.getByRole('button', { name: 'Save as draft' }).click();
  await mine.getByRole('button', { name: 'Submit', exact: true }).click();
  await expect(mine.getByText('Submitted; the secretariat verifies it.')).toBeVisible();
  const address = new URL(mine.url()).pathname;

  await desk.goto(`${address}?do=REJECT`);
  const dialog = desk.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Find wanting' }).click();
  await expect(dialog.getByText('Say why.')).toBeVisible();
  await dialog.getByLabel('Reason').fill('The certificate names somebody else.');
  await dialog.getByRole('button', { name: 'Find wanting' }).click();
  await expect(desk.getByText('Found wanting; the right holder is to change it.')).toBeVisible();

  await mine.reload();
  await expect(mine.getByText('The certificate names somebody else.')).toBeVisible();
  await mine.getByRole('button', { name: 'More actions' }).click();
  await mine.getByRole('menuitem', { name: 'Take back' }).click();
  await expect(mine.getByRole('dialog')).toContainText(
    'It counts for nothing until it is submitted and verified again.',
  );
  await mine.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
  await expect(mine.getByText('Taken back; it is a draft.')).toBeVisible();
  await mine.getByRole('button', { name: 'Submit', exact: true }).click();
  await expect(mine.getByText('Submitted; the secretariat verifies it.')).toBeVisible();

  await desk.goto(`${address}?do=VERIFY`);
  await dialog.getByRole('button', { name: 'Verify' }).click();
  await expect(desk.getByText('Verified.', { exact: true })).toBeVisible();
  await desk.getByRole('button', { name: 'More actions' }).click();
  await desk.getByRole('menuitem', { name: 'Dispute' }).click();
  await dialog.getByLabel('Reason').fill('Somebody claims to have made it.');
  await dialog.getByRole('button', { name: 'Dispute' }).click();
  await expect(desk.getByText('The right is disputed.')).toBeVisible();
  const answer = desk.getByRole('region', { name: 'Could it be cited?' }).getByRole('status');
  await expect(answer).toHaveText('No, it is disputed and nothing is decided.');
  await desk.getByRole('button', { name: 'Settle the dispute' }).click();
  await dialog.getByLabel('Reason').fill('The claim was withdrawn.');
  await dialog.getByRole('button', { name: 'Settle the dispute' }).click();
  await expect(desk.getByText('The dispute is settled.')).toBeVisible();
  await expect(answer).toHaveText('Yes, it can be cited.');

  await desk.getByRole('button', { name: 'More actions' }).click();
  await desk.getByRole('menuitem', { name: 'Invalidate' }).click();
  await dialog.getByLabel('Reason').fill('A court said so.');
  await expectAccessible(desk, 'invalidate', ['dark']);
  await dialog.getByRole('button', { name: 'Invalidate' }).click();
  await expect(dialog.getByText('Tick this to go on.')).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'I know that this is final.' }).check();
  await dialog.getByRole('button', { name: 'Invalidate' }).click();
  await expect(desk.getByText('The right is invalidated.')).toBeVisible();
  await expect(answer).toHaveText('No, it has no effect on that day.');
});

const BRAND = '{ viewer { organization { brands(first: 1) { nodes { id } } } } }';

const CREATE = `mutation ($input: CreateIpRightInput!) {
  createIpRight(input: $input) { ipRight { id version } userErrors { code field message } }
}`;

const SUBMIT = `mutation ($id: ID!, $version: Int!) {
  submitIpRight(input: { id: $id, expectedVersion: $version }) { userErrors { code field message } }
}`;

/** A trade mark of this number that waits to be verified: the address of its page. */
async function submittedMark(request: APIRequestContext, holder: DemoPerson, registrationNumber: string) {
  const as = await apiOf(request, holder);
  const { viewer } = await as(BRAND);
  const facts = {
    kind: 'TRADEMARK',
    title: `CALDERWICK ${unique()}`,
    brandIds: [viewer.organization.brands.nodes[0].id],
    office: 'US',
    registrationNumber,
    niceClasses: [25],
    inForceFrom: '2020-03-01',
    expiresOn: dayIn(3),
  };
  const { createIpRight } = await as(CREATE, { input: { idempotencyKey: crypto.randomUUID(), facts } });
  const { id, version } = createIpRight.ipRight;
  await as(SUBMIT, { id, version });
  return `/rights/${id}`;
}

test('who verifies a right is warned of others who claim it, and nobody else is', async ({
  portal,
  request,
  signInAs,
}) => {
  const holder = personWith(portal, 'MA', 'MEMBER_BRAND');
  const other = portal.people.find(
    ({ roles, kind, organization }) =>
      roles.includes('MA') && kind === 'MEMBER_BRAND' && organization !== holder.organization,
  );
  if (!other) throw new Error('the demo has only one brand with an administrator');
  const taken = number();
  const address = await submittedMark(request, holder, taken);
  await submittedMark(request, other, taken);

  const desk = await signInAs(personWith(portal, 'SO'));
  await desk.goto(address);
  const warning = desk.getByRole('alert').filter({ hasText: 'Others say that they hold it, too' });
  await expect(warning.getByRole('link', { name: other.organization })).toBeVisible();
  await expectAccessible(desk, 'a right that others claim');
  const mine = await signInAs(holder);
  await mine.goto(address);
  await expect(mine.getByRole('heading', { name: 'Could it be cited?' })).toBeVisible();
  await expect(mine.getByText('Others say that they hold it, too')).toHaveCount(0);
});

/** A trade mark as the USPTO gives it, by WIPO ST.66. */
const trademark = (words: string, registration: string, status: number) => `<TradeMark>
  <RegistrationOfficeCode>US</RegistrationOfficeCode>
  <ApplicationNumber>${registration}1</ApplicationNumber>
  <ApplicationDate>2000-05-09</ApplicationDate>
  <RegistrationNumber>${registration}</RegistrationNumber>
  <RegistrationDate>2024-02-29</RegistrationDate>
  <MarkCurrentStatusCode>${status}</MarkCurrentStatusCode>
  <MarkVerbalElementText>${words}</MarkVerbalElementText>
  <ClassDescription>
    <ClassNumber>025</ClassNumber>
    <GoodsServicesDescription>Hats</GoodsServicesDescription>
  </ClassDescription>
</TradeMark>`;

const xmlFile = (name: string, text: string) => ({ name, mimeType: 'text/xml', buffer: Buffer.from(text) });

test('marks from an office’s file become drafts, once somebody has looked at what would come of it', async ({
  portal,
  signInAs,
}) => {
  const page = await signInAs(personWith(portal, 'MA', 'MEMBER_BRAND'));
  const words = `CALDERWICK ${unique()}`;
  await page.goto('/rights');
  await page.getByRole('link', { name: 'Import from an office’s file' }).click();
  const look = page.getByRole('button', { name: 'Look at what would come of it' });
  await look.click();
  await expect(page.getByText('Choose at least one file.')).toBeVisible();
  await pick(page, 'Brands', /./);
  const files = page.locator('input[type="file"]');
  await files.setInputFiles([xmlFile('large.xml', 'x'.repeat(200_001))]);
  await look.click();
  await expect(page.getByText('large.xml is larger than 200,000 bytes.')).toBeVisible();
  await page.getByRole('button', { name: 'Remove large.xml' }).click();
  await files.setInputFiles([xmlFile('not.xml', 'no office wrote this')]);
  await look.click();
  await expect(page.getByRole('group', { name: 'Files' })).toHaveAccessibleDescription(/can be read from not\.xml/);
  await page.getByRole('button', { name: 'Remove not.xml' }).click();

  const good = trademark(words, number().slice(0, 7), 700);
  const dead = trademark(`${words} OLD`, number().slice(0, 7), 710);
  await files.setInputFiles([xmlFile('marks.xml', `<Transaction>${good}${dead}</Transaction>`)]);
  await look.click();
  const preview = page.getByRole('table', { name: 'What would come of it' });
  await expect(preview.getByRole('row', { name: words }).first()).toContainText('Becomes a draft');
  await expect(preview.getByRole('row', { name: `${words} OLD` })).toContainText(
    'The office says that it is abandoned, cancelled or expired.',
  );
  await settled(page);
  await expectAccessible(page, 'an import to be');
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, 'an import to be');
  await page.getByRole('button', { name: 'Take over 1 draft' }).click();
  await expect(page.getByText('1 draft is taken over.')).toBeVisible();
  await page.getByRole('link', { name: words }).click();
  await expect(page.getByRole('heading', { level: 1, name: words })).toBeVisible();
  await expect(page.getByText('Draft', { exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Goods and services' })).toContainText('Hats');

  // The same file again finds it there.
  await page.goto('/rights/import');
  await pick(page, 'Brands', /./);
  await files.setInputFiles([xmlFile('marks.xml', `<Transaction>${good}</Transaction>`)]);
  await look.click();
  await expect(page.getByText('Already there')).toBeVisible();
  await expect(page.getByText('Nothing here can be taken over.')).toBeVisible();

  // What was taken over by mistake is thrown away.
  await page.getByRole('link', { name: words }).click();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Discard the draft' }).click();
  const discard = page.getByRole('dialog');
  await expectAccessible(page, 'a draft to be discarded');
  await discard.getByRole('button', { name: 'Discard the draft' }).click();
  await expect(page.getByText('The draft is discarded.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Rights' })).toBeVisible();
  await page.goto(`/rights?search=${encodeURIComponent(words)}`);
  await expect(page.getByText('No right matches')).toBeVisible();
});

test('who keeps no rights enters none, and is not asked about their ends', async ({ portal, signInAs }) => {
  const page = await signInAs(personWith(portal, 'AU'));
  await page.goto('/rights?order=EXPIRES_ON');
  await expect(page.getByRole('table', { name: 'Rights' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Enter a right' })).toHaveCount(0);
  await page.goto('/rights/new');
  await expect(page.getByText('This page does not exist, or it is not shared with you.')).toBeVisible();
  await page.goto('/settings/notifications');
  await expect(page.getByRole('checkbox', { name: 'On working days only' })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /before rights of my organisation end/ })).toHaveCount(0);
});

test('who keeps rights says whether to be told of their ends', async ({ portal, signInAs }) => {
  const page = await signInAs(personWith(portal, 'MA', 'MEMBER_BRAND'));
  await page.goto('/settings/notifications');
  const reminders = page.getByRole('checkbox', { name: /before rights of my organisation end/ });
  const before = await reminders.isChecked();
  await reminders.setChecked(!before);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  await expect(reminders).toBeChecked({ checked: !before });
});
