import { expectAccessible, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { expect, personWith, test } from './fixture';

test('leads go out for another system, each with its marking', async ({ portal, signInAs }) => {
  const page = await signInAs(personWith(portal, 'MI', 'MEMBER_BRAND'));
  await page.goto('/leads?mine=true');
  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export leads' });
  await expect(dialog.getByText('Archive', { exact: true })).toHaveCount(0);
  for (const [format, file] of [
    ['STIX 2.1', /^touchstone-stix-.*\.json$/],
    ['MISP', /^touchstone-misp-.*\.json$/],
  ] as const) {
    await dialog.getByText(format, { exact: true }).click();
    await expect(dialog.getByText(/each lead carries its TLP marking/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Make the file' }).click();
    const row = dialog
      .getByRole('listitem')
      .filter({ hasText: file.source.slice(1, 17) })
      .first();
    const arrives = page.waitForEvent('download');
    await row.getByRole('link', { name: 'Download' }).click({ timeout: 60_000 });
    expect((await arrives).suggestedFilename()).toMatch(file);
  }
  await settled(page);
  await expectAccessible(page, 'export of leads');
});

test('an administrator takes everything of the organisation, by the password once more', async ({
  portal,
  signInAs,
}) => {
  const admin = personWith(portal, 'MA', 'MEMBER_BRAND');
  const page = await signInAs(admin);
  await page.goto('/organizations?kinds=MEMBER_BRAND');
  await page.getByRole('link', { name: admin.organization }).click();
  await page.getByRole('button', { name: 'Archive…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Everything of the organisation' });
  const password = dialog.getByLabel('Your password', { exact: true });
  await password.fill('not the password');
  await dialog.getByRole('button', { name: 'Make the archive' }).click();
  await expect(password).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page, 'archive of an organisation');
  await password.fill(admin.password);
  await dialog.getByRole('button', { name: 'Make the archive' }).click();
  const arrives = page.waitForEvent('download');
  await dialog.getByRole('link', { name: 'Download' }).first().click({ timeout: 60_000 });
  expect((await arrives).suggestedFilename()).toMatch(/^touchstone-archive-.*\.zip$/);
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, 'archive of an organisation');
});

test('who administers nothing is offered no archive', async ({ portal, signInAs }) => {
  const person = personWith(portal, 'MI', 'MEMBER_BRAND');
  const page = await signInAs(person);
  await page.goto('/organizations?kinds=MEMBER_BRAND');
  await page.getByRole('link', { name: person.organization }).click();
  await expect(page.getByRole('heading', { name: 'Powers of attorney' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Archive…' })).toHaveCount(0);
});
