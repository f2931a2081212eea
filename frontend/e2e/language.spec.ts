import { expect, personWith, test } from './fixture';

test('the portal speaks Chinese after one click, and still does after a reload', async ({ portal, signInAs }) => {
  const page = await signInAs(personWith(portal, 'MI', 'MEMBER_BRAND'));
  await page.getByRole('button', { name: '简体中文' }).click();
  await expect(page.getByRole('navigation', { name: '主导航' })).toContainText('收件箱');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await page.goto('/leads');
  await expect(page.getByRole('heading', { name: '线索' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: '优先级' })).toBeVisible();

  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'Leads' })).toBeVisible();
});

test('the settings know what the switch chose', async ({ portal, signInAs }) => {
  const page = await signInAs(personWith(portal, 'MI', 'MEMBER_BRAND'));
  await page.goto('/settings');
  await expect(page.getByRole('combobox', { name: 'Language' })).toHaveValue('English');
  await page.getByRole('button', { name: '简体中文' }).click();
  await expect(page.getByRole('combobox', { name: '语言' })).toHaveValue('简体中文');
  await expect(page.getByRole('button', { name: '保存' })).toBeDisabled();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('combobox', { name: 'Language' })).toHaveValue('English');
});

test('the sign-in page follows the language of the browser', async ({ browser, portal }) => {
  const context = await browser.newContext({ baseURL: portal.url, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
  await context.close();
});
