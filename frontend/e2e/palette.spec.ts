import { expect, personWith, test } from './fixture';

test('the palette jumps to a lead by its reference', async ({ portal, signInAs }) => {
  const page = await signInAs(personWith(portal, 'MI', 'MEMBER_BRAND'));
  await page.goto('/leads');
  const table = page.getByRole('table', { name: 'Leads' });
  await expect(table.getByRole('link').first()).toBeVisible();
  const row = table.getByRole('row').nth(1);
  const reference = (await row.getByRole('cell').nth(1).textContent()) ?? '';
  await page.keyboard.press('Control+k');
  await page.keyboard.type(reference);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox'), 'what was typed before the field was there').toHaveValue(reference);
  await expect(dialog.getByText(reference)).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '1 found' }), 'what a screen reader says').toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/leads/${reference}`));
});

test('the palette takes keys each time it is opened', async ({ portal, signInAs }) => {
  const page = await signInAs(personWith(portal, 'MI', 'MEMBER_BRAND'));
  for (const [words, path] of [
    ['Organisations', '/organizations'],
    ['Leads', '/leads'],
    ['Settings', '/settings'],
  ] as const) {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(words);
    const field = page.getByRole('dialog').getByRole('textbox');
    await expect(field).toBeFocused();
    await expect(field).toHaveValue(words);
    // A key that the field alone understands.
    await field.press('Home');
    await field.press('Delete');
    await expect(field).toHaveValue(words.slice(1));
    await field.press('Enter');
    await expect(page).toHaveURL(new RegExp(path));
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});

test('J, K and Enter walk through the list of leads', async ({ portal, signInAs }) => {
  const page = await signInAs(personWith(portal, 'MI', 'MEMBER_BRAND'));
  await page.goto('/leads');
  const links = page.getByRole('table', { name: 'Leads' }).getByRole('link');
  await expect(links.first()).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press('k');
  await expect(links.first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/leads\/LD-/);
});
