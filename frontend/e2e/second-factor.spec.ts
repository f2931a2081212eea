import type { Page } from '@playwright/test';
import { TOTP } from 'otpauth';
import { expectAccessible, settled } from './accessible';
import { type DemoPerson, expect, type Portal, personWith, test } from './fixture';

const now = (secret: string) => new TOTP({ secret }).generate();

/** The code of the next half minute: what a test used is not good a second time. */
const next = (secret: string) => new TOTP({ secret }).generate({ timestamp: Date.now() + 30_000 });

async function enterPassword(page: Page, { email, password }: DemoPerson) {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Nobody else's test signs in as the last investigator. */
function lastInvestigator({ people }: Portal) {
  const found = people.filter(({ roles, totpSecret }) => roles.join() === 'MI' && !totpSecret).at(-1);
  if (!found) throw new Error('the demo has no investigator');
  return found;
}

test('a second factor is set up, asked for, replaced by a recovery code, and removed', async ({ portal, signInAs }) => {
  test.setTimeout(180_000);
  const person = lastInvestigator(portal);
  const page = await signInAs(person);
  await page.goto('/settings/security');
  await page.getByRole('button', { name: 'Set up' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Your password').fill('not the password');
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await expect(dialog.getByText(/is not right/)).toBeVisible();
  await dialog.getByLabel('Your password').fill(person.password);
  await dialog.getByRole('button', { name: 'Continue' }).click();

  await expect(dialog.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible();
  await expectAccessible(page, 'an authenticator app to be');
  const secret = (await dialog.locator('code').innerText()).replaceAll(' ', '');
  await dialog.getByLabel('Code', { exact: true }).fill(now(secret));
  await dialog.getByRole('button', { name: 'Turn on' }).click();
  const list = dialog.getByRole('list', { name: 'Recovery codes' });
  await expect(list).toBeVisible();
  const codes = await list.getByRole('listitem').allInnerTexts();
  expect(codes.length).toBeGreaterThanOrEqual(8);
  await expectAccessible(page, 'recovery codes');
  await page.keyboard.press('Escape');
  await expect(dialog, 'the codes are not lost by a key').toBeVisible();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toBe('touchstone-recovery-codes.txt');
  await dialog.getByLabel('I have kept these codes').check();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText(`${codes.length} left`)).toBeVisible();
  await settled(page);
  await expectAccessible(page, 'settings, security');

  await page.getByRole('button', { name: 'Sign out' }).click();
  await enterPassword(page, person);
  await expect(page.getByRole('heading', { name: 'One more step' })).toBeVisible();
  await expectAccessible(page, 'second factor');
  await page.getByLabel('Code', { exact: true }).fill('000000');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  await page.getByLabel('Recovery code').fill(codes[0] ?? '');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();

  await page.goto('/settings/security');
  await expect(page.getByText(`${codes.length - 1} left`)).toBeVisible();
  await page.getByRole('button', { name: 'New codes' }).click();
  await dialog.getByLabel('Your password').fill(person.password);
  await dialog.getByRole('button', { name: 'New codes' }).click();
  await expect(list).toBeVisible();
  expect(await list.getByRole('listitem').allInnerTexts()).not.toContain(codes[1]);
  await dialog.getByLabel('I have kept these codes').check();
  await dialog.getByRole('button', { name: 'Done' }).click();

  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await dialog.getByLabel('Your password').fill(person.password);
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Set up' })).toBeVisible();
});

test('who has an authenticator app signs in with its code', async ({ page, portal }) => {
  const person = portal.people.find(({ totpSecret }) => totpSecret) ?? personWith(portal, 'SO');
  await enterPassword(page, person);
  const code = page.getByLabel('Code', { exact: true });
  await expect(code).toBeFocused();
  await expect(code).toHaveAttribute('autocomplete', 'one-time-code');
  await code.fill(next(person.totpSecret ?? ''));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation')).toBeVisible();
});
