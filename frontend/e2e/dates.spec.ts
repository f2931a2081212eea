import { expect, personWith, test } from './fixture';

test('a day is typed, stepped, picked and cleared, in the language of the page', async ({ portal, signInAs }) => {
  const page = await signInAs(personWith(portal, 'AU'));
  await page.goto('/audit');
  const from = page.getByRole('combobox', { name: 'From' });
  await from.fill('9 march 2026');
  await expect(page).toHaveURL(/from=2026-03-09/);
  await from.press('ArrowUp');
  await expect(page).toHaveURL(/from=2026-03-10/);
  await from.press('Tab');
  await expect(from).toHaveValue('10 Mar 2026');

  await page.getByRole('button', { name: '简体中文' }).click();
  const von = page.getByRole('combobox', { name: '自' });
  await expect(von).toHaveValue('2026年3月10日');
  await von.click();
  await expect(page.getByRole('button', { name: '选择月份' })).toHaveText('2026年3月');
  await page.getByRole('button', { name: '2026年3月5日' }).click();
  await expect(page).toHaveURL(/from=2026-03-05/);
  await expect(von).toHaveValue('2026年3月5日');

  await page.getByRole('button', { name: '清除日期' }).click();
  await expect(page).not.toHaveURL(/from=/);
  await page.getByRole('button', { name: 'English' }).click();
});
