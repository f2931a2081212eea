import { expect, personWith, test } from './fixture';

test('a wrong password is refused in words', async ({ page, portal }) => {
  const person = personWith(portal, 'MI');
  await page.goto('/');
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('E-mail address or password is not right.');
});

test('signing in leads back to the page that was asked for, and survives a reload', async ({ page, portal }) => {
  const person = personWith(portal, 'MI');
  await page.goto('/leads?states=SHARED');
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/leads\?states=SHARED$/);
  await expect(page.getByRole('button', { name: 'State: Shared' })).toBeVisible();

  await page.reload();
  await expect(page.getByRole('heading', { name: 'Leads' })).toBeVisible();
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
  expect(kept, 'no token where a script can read it').not.toMatch(/eyJ/);
});

test('signing out ends the session here and on the server', async ({ portal, signInAs }) => {
  const page = await signInAs(personWith(portal, 'MI'));
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.evaluate(() => localStorage.setItem('touchstone.signed-in', '1'));
  await page.goto('/leads');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('an invitation address without a token says what to do', async ({ page }) => {
  await page.goto('/invitation');
  await expect(page.getByText('This address carries no invitation.')).toBeVisible();
});

test('an invitation that is not valid is refused in words', async ({ page }) => {
  await page.goto('/invitation#not-a-token');
  await page.getByLabel('New password').fill('a long enough sentence');
  await page.getByLabel('Repeat the password').fill('a long enough sentence');
  await page.getByRole('button', { name: 'Open my account' }).click();
  await expect(page.getByRole('alert')).toContainText('This link is no longer valid.');
});
