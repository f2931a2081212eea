import { expectAccessible, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { expect, type Portal, personWith, test } from './fixture';

const TABLE = `商品标题,商品链接,价格,币种\n仿制单肩包,https://shop-${crypto.randomUUID()}.example/1,199,CNY\n没有链接,不是网址,1,CNY\n`;

function investigator(portal: Portal) {
  return personWith(portal, 'MI');
}

test('a table is mapped, tried, imported, and leads to its leads', async ({ portal, signInAs }) => {
  const page = await signInAs(investigator(portal));
  await page.goto('/leads');
  await page.getByRole('link', { name: 'Import' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Import leads' })).toBeVisible();
  await settled(page);
  await expectAccessible(page, 'imports');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'sweep.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) });
  const goes = page.getByRole('combobox', { name: 'Where “商品标题” goes' });
  await expect(goes).toHaveValue('Title');
  const report = page.getByRole('region', { name: 'What would come of it' });
  await expect(report.getByText('No web address', { exact: true })).toBeVisible();
  await expect(report.getByText('New lead', { exact: true })).toBeVisible();
  await settled(page);
  await expectAccessible(page, 'preview of an import');
  await page.getByRole('button', { name: 'Import 1 draft' }).click();
  await expect(page.getByText('Every lead was looked at.')).toBeVisible({ timeout: 20_000 });
  await settled(page);
  await expectAccessible(page, 'an import');
  await page.getByRole('table', { name: 'What became of it' }).getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1, name: '仿制单肩包' })).toBeVisible();
});

test('a broken file says where it is broken', async ({ portal, signInAs }) => {
  const page = await signInAs(investigator(portal));
  await page.goto('/imports');
  const buffer = Buffer.from('{"Event":{\n"info":}}');
  await page.locator('input[type=file]').setInputFiles({ name: 'event.json', mimeType: 'application/json', buffer });
  await expect(page.getByRole('alert')).toContainText('line 2, column 8');
});

test('nothing scrolls sideways on a phone', async ({ portal, signInAs }) => {
  const page = await signInAs(investigator(portal));
  await page.setViewportSize(PHONE);
  await page.goto('/imports');
  const buffer = Buffer.from(TABLE);
  await page.locator('input[type=file]').setInputFiles({ name: 'sweep.csv', mimeType: 'text/csv', buffer });
  await expect(page.getByRole('region', { name: 'What would come of it' })).toBeVisible();
  await settled(page);
  await expectNoSidewaysScroll(page, 'preview of an import');
  await expectAccessible(page, 'preview of an import on a phone');
});
