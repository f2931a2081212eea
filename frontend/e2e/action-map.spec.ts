import { DESK, expectAccessible, expectKeyboard, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { action, campaign, cast } from './action';
import { expect, test } from './fixture';

const LISBON = { country: 'PT', divisionCode: undefined, latitude: '38.7223', longitude: '-9.1393' };
const PORTO = { country: 'PT', divisionCode: undefined, latitude: '41.1496', longitude: '-8.6109' };

test('the sites of actions stand on a map, come apart when they are looked at closely, and lead to their actions', async ({
  portal,
  request,
  signInAs,
}) => {
  const { officer, desk } = cast(portal);
  const operationId = await campaign(request, officer, `Atlantic ${crypto.randomUUID().slice(0, 8)}`);
  const actions = [
    await action(request, officer, desk, { operationId, site: LISBON }),
    await action(request, officer, desk, { operationId, site: PORTO }),
  ];
  const page = await signInAs(officer);
  await page.goto('/actions');
  await page.getByRole('main').getByRole('link', { name: 'Map', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Map of sites' })).toBeVisible();

  await page.goto(`/actions/map?campaign=${operationId}`);
  const map = page.getByRole('region', { name: 'Map of the world with the sites of actions' });
  const both = map.getByRole('button', { name: '2 sites: Portugal' });
  await expect(both).toHaveText('2');
  const list = page.getByRole('list', { name: 'Sites' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  for (const { title } of actions) await expect(list.getByRole('link', { name: title })).toBeVisible();
  await settled(page);
  await expectAccessible(page, 'map');
  await expectKeyboard(page, 'map');

  await both.focus();
  await page.keyboard.press('Enter');
  const marks = map.getByRole('link', { name: '1 site: Portugal' });
  await expect(marks).toHaveCount(2);
  await expect(map).toBeFocused();
  await expectAccessible(page, 'map, closer');
  await page.keyboard.press('0');
  await expect(both).toBeVisible();
  await page.getByRole('button', { name: 'Larger' }).click();
  await page.getByRole('button', { name: 'The whole world' }).click();
  await both.click();
  await expect(marks).toHaveCount(2);
  await marks.first().hover();
  await expect(page.getByRole('region', { name: '1 site: Portugal' })).toContainText(/The mill/);

  await page.setViewportSize(PHONE);
  await page.reload();
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await settled(page);
  await expectNoSidewaysScroll(page, 'map on a phone');
  await expectAccessible(page, 'map on a phone');
  await page.setViewportSize(DESK);

  await both.click();
  await marks.first().click();
  await expect(page).toHaveURL(/\/actions\/[^/?]+$/);
  const names = actions.map(({ title }) => title).join('|');
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(names) })).toBeVisible();
});

test('the map is narrowed by state, kind of site, country and period, and says so in the address', async ({
  portal,
  request,
  signInAs,
}) => {
  const { officer, desk } = cast(portal);
  const operationId = await campaign(request, officer, `Tagus ${crypto.randomUUID().slice(0, 8)}`);
  await action(request, officer, desk, { operationId, site: LISBON });
  await action(request, officer, desk, { operationId });
  const page = await signInAs(officer);
  await page.goto(`/actions/map?campaign=${operationId}`);
  const map = page.getByRole('region', { name: 'Map of the world with the sites of actions' });
  const list = page.getByRole('list', { name: 'Sites' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  // Nobody said where in China: it is drawn at the country, and says so.
  await expect(map.getByRole('link', { name: /^1 site: China.*nobody said where in it/ })).toBeVisible();

  await page.getByRole('combobox', { name: 'Country' }).click();
  await page.getByRole('option', { name: 'Portugal', exact: true }).click();
  await expect(page).toHaveURL(/country=PT/);
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect(map.getByRole('link')).toHaveCount(1);

  await page.getByRole('button', { name: 'State' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Closed' }).click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/states=CLOSED/);
  await expect(page.getByText('No site matches')).toBeVisible();
  await expect(page.getByText('No sites to show')).toBeVisible();
  await settled(page);
  await expectAccessible(page, 'an empty map');

  await page.goto(`/actions/map?campaign=${operationId}&to=2020-01-01`);
  await expect(page.getByText('No site matches')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).first().click();
  await expect(page).toHaveURL(/\/actions\/map$/);
});
