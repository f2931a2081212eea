import { expectAccessible, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { triagedLead } from './api';
import { expect, personWith, test } from './fixture';

test('sign-in and invitation', async ({ page }) => {
  await page.goto('/sign-in');
  await expectAccessible(page, 'sign-in');
  await page.goto('/invitation#token');
  await expectAccessible(page, 'invitation');
});

for (const path of ['/inbox', '/leads', '/leads/new', '/settings', '/organizations', '/people']) {
  test(`${path} of an investigator`, async ({ portal, signInAs }) => {
    const page = await signInAs(personWith(portal, 'MI', 'MEMBER_BRAND'));
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await settled(page);
    await expectAccessible(page, path);
    await page.setViewportSize(PHONE);
    await expectNoSidewaysScroll(page, path);
    await expectAccessible(page, `${path} on a phone`);
  });
}

test('/audit of an auditor', async ({ portal, signInAs }) => {
  const page = await signInAs(personWith(portal, 'AU'));
  await page.goto('/audit');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await settled(page);
  await expectAccessible(page, 'audit');
});

test('a lead, its dialogs, the palette and the keys', async ({ portal, signInAs }) => {
  const page = await signInAs(personWith(portal, 'MI', 'MEMBER_BRAND'));
  await page.goto('/leads?mine=true');
  await page.getByRole('table', { name: 'Leads' }).getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'Activity' })).toBeVisible();
  await expectAccessible(page, 'lead');

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await expectAccessible(page, 'keys');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('Control+k');
  await expect(page.getByRole('textbox', { name: 'Jump to a lead or page, or do something' })).toBeVisible();
  await expectAccessible(page, 'palette');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, 'lead');
  await expectAccessible(page, 'lead on a phone');
});

test('the share dialog', async ({ portal, request, signInAs }) => {
  const author = personWith(portal, 'MI', 'MEMBER_BRAND');
  const reference = await triagedLead(request, author, personWith(portal, 'SO'));
  const page = await signInAs(author);
  await page.goto(`/leads/${reference}?do=SHARE`);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  const audience = dialog.getByRole('region', { name: 'Who will see this' });
  await dialog.getByLabel('The whole community').check();
  await expect(audience).toContainText('The TLP label, or your role, does not allow this audience.');
  await expectAccessible(page, 'share, refused');

  await dialog.getByLabel('The whole community').uncheck();
  const { organization } = personWith(portal, 'LE');
  await dialog.getByRole('combobox', { name: 'Organisations' }).fill(organization);
  await page.getByRole('option', { name: organization }).click();
  await expect(audience.getByRole('row', { name: organization })).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Reason' }).focus();
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await settled(page);
  await expectAccessible(page, 'share');
});
