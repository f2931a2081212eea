import type { Page } from '@playwright/test';
import { expectAccessible, settled } from './accessible';
import { expect, type Portal, type SignInAs, test } from './fixture';

/** A member's investigator with at least two deliveries to answer. */
async function busyInvestigator(portal: Portal, signInAs: SignInAs): Promise<Page> {
  for (const person of portal.people) {
    if (!person.roles.includes('MI') || person.kind !== 'MEMBER_BRAND') continue;
    const page = await signInAs(person);
    await page.goto('/inbox');
    const rows = page.getByRole('list', { name: 'Inbox' }).getByRole('listitem');
    const nothing = page.getByText('Nothing waits for an answer');
    await expect(rows.locator('a').first().or(nothing)).toBeVisible();
    if ((await rows.locator('a').count()) > 1) return page;
  }
  throw new Error('the demo has no busy investigator');
}

test('a delivery is answered by keyboard without leaving the list', async ({ portal, signInAs }) => {
  const page = await busyInvestigator(portal, signInAs);
  const rows = page.getByRole('list', { name: 'Inbox' }).getByRole('listitem');
  await expect(rows.first()).toContainText(/due|clock paused/);

  await page.keyboard.press('j');
  await expect(page).toHaveURL(/selected=/);
  const chosen = rows.locator('a[aria-current]');
  const title = await chosen.textContent();
  const address = new URL(page.url());
  await expect(page.getByRole('form', { name: 'Your answer' })).toBeVisible();

  await page.keyboard.press('1');
  await page.keyboard.type('The stitching and the serial number are wrong.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Answer sent.')).toBeVisible();
  await expect(page).not.toHaveURL(address.href);

  await page.getByRole('button', { name: 'Answered', exact: true }).click();
  await expect(
    page
      .getByRole('list', { name: 'Inbox' })
      .getByText(title ?? '')
      .first(),
  ).toBeVisible();
});

test('an answer without a reason is refused at the field', async ({ portal, signInAs }) => {
  const page = await busyInvestigator(portal, signInAs);
  await page.getByRole('radio', { name: 'Not infringing' }).click();
  await page.getByRole('button', { name: 'Send answer' }).click();
  await expect(page.getByText('Say why; the owner works with your reason.')).toBeVisible();
});

test('the inbox shows one brand, and a view keeps that', async ({ portal, signInAs }) => {
  const page = await busyInvestigator(portal, signInAs);
  const rows = page.getByRole('list', { name: 'Inbox' }).getByRole('listitem');
  const waiting = await rows.first().innerText();
  await page.getByRole('button', { name: 'Brand', exact: true }).click();
  const choice = page.getByRole('dialog', { name: 'Brand' });
  await choice.getByRole('combobox', { name: 'Brand' }).click();
  await expect(choice.getByRole('option').first()).toBeVisible();
  // Not every brand of the alliance has something in this inbox today.
  const brands = await choice.getByRole('option').allTextContents();
  const brand = brands.find((name) => waiting.includes(name)) ?? '';
  await choice.getByRole('option', { name: brand, exact: true }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(choice).toHaveCount(0);
  await expect(page).toHaveURL(/brands=brand_/);
  await settled(page);
  // The list answers when its new page is there; a look at row after row would meet the old one.
  await expect(rows.filter({ hasNotText: brand })).toHaveCount(0);
  await expect(rows.first()).toContainText(brand);
  await expectAccessible(page, 'inbox of one brand');

  await page.getByRole('button', { name: 'Save view…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save view' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('One brand');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Clear: Brand' }).click();
  await expect(page).not.toHaveURL(/brands=/);
  await page.getByRole('button', { name: /^One brand/ }).click();
  await expect(page).toHaveURL(/brands=brand_/);
  await expect(page.getByRole('button', { name: `Brand: ${brand}` })).toBeVisible();
});
