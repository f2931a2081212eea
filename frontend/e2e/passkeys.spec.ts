import type { Page } from '@playwright/test';
import { expectAccessible, settled } from './accessible';
import { type DemoPerson, expect, type Portal, test } from './fixture';

/** Nobody else's test signs in as the last investigator but one. */
function lastButOne({ people }: Portal) {
  const found = people.filter(({ roles, totpSecret }) => roles.join() === 'MI' && !totpSecret).at(-2);
  if (!found) throw new Error('the demo has too few investigators');
  return found;
}

/** The browser's own authenticator in software, which signs as a real one does. */
async function withAuthenticator(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function enterPassword(page: Page, { email, password }: DemoPerson) {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('a passkey is added, signs in, gets another name and is removed', async ({ portal, signInAs }) => {
  test.setTimeout(120_000);
  const person = lastButOne(portal);
  const page = await signInAs(person);
  await withAuthenticator(page);
  await page.goto('/settings/security');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Work laptop');
  await dialog.getByLabel('Your password').fill(person.password);
  await expectAccessible(page, 'a passkey to be');
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await expect(dialog.getByRole('list', { name: 'Recovery codes' })).toBeVisible();
  await dialog.getByLabel('I have kept these codes').check();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('heading', { name: 'Work laptop' })).toBeVisible();
  await expect(page.getByText(/Not used yet/)).toBeVisible();
  await settled(page);
  await expectAccessible(page, 'settings with a passkey');

  await page.getByRole('button', { name: 'Sign out' }).click();
  await enterPassword(page, person);
  await expect(page.getByRole('heading', { name: 'One more step' })).toBeVisible();
  await expectAccessible(page, 'a passkey is asked for');
  await page.getByRole('button', { name: 'Use your passkey' }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();

  await page.goto('/settings/security');
  await expect(page.getByText(/Last used/)).toBeVisible();
  await page.getByRole('button', { name: 'Rename: Work laptop' }).click();
  await dialog.getByLabel('Name').fill('In the safe');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await page.getByRole('button', { name: 'Remove: In the safe' }).click();
  await dialog.getByLabel('Your password').fill(person.password);
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('heading', { name: 'In the safe' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await enterPassword(page, person);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
});
