import { expect, personWith, test } from './fixture';

test('a list that could not be read says so, and comes by itself when the server is back', async ({
  portal,
  signInAs,
}) => {
  const page = await signInAs(personWith(portal, 'SA'));
  await page.route('**/graphql', (route) => route.abort());
  await page.getByRole('link', { name: 'People' }).click();
  await expect(page.getByRole('alert')).toContainText('The server cannot be reached.');
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'No connection' })).toBeVisible();

  await page.unroute('**/graphql');
  await expect(page.getByRole('table', { name: 'People' }).getByRole('row')).not.toHaveCount(1);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a page whose script did not come is loaded again on request', async ({ portal, signInAs }) => {
  const page = await signInAs(personWith(portal, 'SA'));
  await page.route('**/assets/audit-*.js', (route) => route.abort());
  await page.getByRole('link', { name: 'Audit trail' }).click();
  await expect(page.getByRole('heading', { name: 'A part of this page is missing' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();

  await page.unroute('**/assets/audit-*.js');
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Audit trail' })).toBeVisible();
});

test('what was typed in a dialog is there again after a reload, and gone after it was cancelled', async ({
  portal,
  signInAs,
}) => {
  const page = await signInAs(personWith(portal, 'MA', 'MEMBER_BRAND'));
  const dialog = page.getByRole('dialog');
  const name = dialog.getByRole('textbox', { name: 'Name', exact: true });
  const open = async () => {
    await page.goto('/people');
    await page.getByRole('button', { name: 'Invite a person' }).click();
  };
  await open();
  await name.fill('Noemi Vidal');
  await open();
  await expect(name).toHaveValue('Noemi Vidal');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await open();
  await expect(name).toHaveValue('');
});
