import { expectAccessible, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { apiOf } from './api';
import { expect, personWith, test } from './fixture';

test('a file of listings is handed in line by line, and each line is told of', async ({
  portal,
  request,
  signInAs,
}) => {
  const person = personWith(portal, 'MI', 'MEMBER_BRAND');
  const ask = await apiOf(request, person);
  const { brands } = await ask('{ brands(first: 1, filter: { states: [ACTIVE] }) { nodes { id } } }');
  const title = `Forged straps ${crypto.randomUUID().slice(0, 8)}`;
  const url = `https://shop-${crypto.randomUUID()}.example/1`;
  const listing = { externalId: 'A-1', title, url, brand: { id: brands.nodes[0].id } };
  const lines = [listing, listing, { title: 'No address', brand: listing.brand }];
  const buffer = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));

  const page = await signInAs(person);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Listings handed in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Handed in' })).toBeVisible();
  const file = { name: 'sweep.ndjson', mimeType: 'application/x-ndjson', buffer };
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByText('All lines of sweep.ndjson were looked at.')).toBeVisible({ timeout: 30_000 });
  const row = page.getByRole('table', { name: 'Files' }).getByRole('row').nth(1);
  await expect(row).toContainText('Done');
  const report = page.waitForEvent('download');
  await row.getByRole('button', { name: /^Report/ }).click();
  expect((await report).suggestedFilename()).toMatch(/^ingr_.*\.ndjson$/);

  const listings = page.getByRole('table', { name: 'Listings' });
  await page.reload();
  await expect(listings.getByRole('row', { name: title })).toHaveCount(1);
  await page.getByRole('searchbox', { name: 'Own id' }).fill('B-1');
  await expect(page.getByText('No listing matches')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Own id' }).fill('A-1');
  await expect(listings.getByRole('row', { name: title })).toBeVisible();
  await settled(page);
  await expectAccessible(page, 'listings handed in');
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, 'listings handed in');
  await listings.getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
});
