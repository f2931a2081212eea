import type { APIRequestContext, Page } from '@playwright/test';
import { DESK, expectAccessible, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { apiOf } from './api';
import { type DemoPerson, expect, type Portal, personWith, test } from './fixture';

const MISSING = 'This page does not exist, or it is not shared with you.';

/** Whose brand the demo screens for, with rules and a release of its own. */
function investigator({ people }: Portal): DemoPerson {
  const found = people.find(({ email }) => email === 'marta.salgueiro@corvelha.example');
  if (!found) throw new Error('the demo has nobody who judges listings of Corvelha');
  return found;
}

const HAND_IN = `mutation ($input: ScreenListingsInput!) {
  screenListings(input: $input) { results { outcome message } userErrors { code message } }
}`;
const SCREENED = `query ($after: String) {
  screenedListings(first: 100, after: $after, orderBy: LATEST) {
    nodes { id title state version brand { id } }
  }
}`;

interface Screened {
  id: string;
  title: string;
  state: string;
  version: number;
  brand: { id: string };
}

/** Hands listings in and waits until the worker has screened them; what they became, in no order. */
async function handedIn(request: APIRequestContext, person: DemoPerson, titles: readonly string[]) {
  const ask = await apiOf(request, person);
  const listings = titles.map((title) => {
    const id = crypto.randomUUID();
    return {
      externalId: id,
      url: `https://shop-${id.slice(0, 8)}.example/item/${id}`,
      title,
      text: 'A replica of the bottle, no back label.',
      seller: 'Old Cellar',
      shopId: `cellar-${id.slice(0, 8)}`,
      price: { amount: '99.00', currency: 'CNY' },
      pictureUrls: [`https://img.shop.example/${id}.jpg`],
    };
  });
  const { screenListings } = await ask(HAND_IN, { input: { listings } });
  expect(screenListings.results.map(({ outcome }: { outcome: string }) => outcome)).toEqual(
    titles.map(() => 'RECEIVED'),
  );
  let found: Screened[] = [];
  await expect(async () => {
    const { screenedListings } = await ask(SCREENED);
    found = (screenedListings.nodes as Screened[]).filter(({ title }) => titles.includes(title));
    expect(found).toHaveLength(titles.length);
  }).toPass({ timeout: 60_000 });
  return { ask, found };
}

const tagged = (words: string) => `Vale de Corvelha Reserva 2019 replica, mirror quality, ${words}`;

async function open(page: Page, title: string) {
  await page.goto('/screening');
  const rows = page.getByRole('list', { name: 'Screening' });
  await rows.getByRole('link', { name: title }).click();
  await expect(page.getByRole('region', { name: title })).toBeVisible();
  return rows;
}

test('listings are judged by one key each, taken back, and become leads that say why', async ({
  portal,
  request,
  signInAs,
}) => {
  test.setTimeout(240_000);
  const person = investigator(portal);
  const mark = crypto.randomUUID().slice(0, 8);
  const [one, two, three] = ['one', 'two', 'three'].map((word) => tagged(`${word} ${mark}`)) as [
    string,
    string,
    string,
  ];
  await handedIn(request, person, [one, two, three]);

  const page = await signInAs(person);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Screening' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Screening' })).toBeVisible();
  const rows = await open(page, one);
  const reasons = page.getByRole('table', { name: 'Why this score' });
  await expect(reasons.getByRole('row', { name: /Says openly that it is a copy/ })).toContainText('replica');
  await expect(page.getByRole('region', { name: one }).locator('h2 mark').first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Picture 1' })).toHaveAttribute('rel', /noreferrer/);
  await settled(page);
  await expectAccessible(page, 'the review queue');

  await page.keyboard.press('2');
  await expect(page.getByRole('status')).toContainText(`Dismissed, does not infringe: ${one}`);
  await expect(rows.getByRole('link', { name: one })).toHaveCount(0);
  await page.keyboard.press('u');
  await expect(rows.getByRole('link', { name: one })).toBeVisible();
  await expect(page.getByRole('region', { name: one })).toBeVisible();

  await open(page, two);
  await page.keyboard.press('n');
  await expect(page.getByRole('status')).toContainText(`Put off: ${two}`);
  await expect(rows.getByRole('link', { name: two })).toHaveCount(0);

  await open(page, three);
  await page.keyboard.press('a');
  await page.keyboard.type('The label is the old one.');
  await page.keyboard.press('Enter');
  await page.keyboard.press('1');
  const told = page.getByRole('status');
  await expect(told).toContainText(`Made a lead: ${three}`);
  await page.keyboard.press('u');
  await expect(page.getByText('It has become a lead, which is retracted on its own page.')).toBeVisible();
  await told.getByRole('link').click();
  const found = page.getByRole('region', { name: /^Found by screening/ });
  await expect(found).toContainText(/By .+: score \d\.\d\d, likely enough from 0\.60/);
  await expect(found.getByRole('table', { name: 'Why this score' })).toContainText('replica');
  await settled(page);
  await expectAccessible(page, 'a lead that a model found');

  await page.goto('/screening?states=SKIPPED');
  await rows.getByRole('link', { name: two }).click();
  await page.getByRole('region', { name: 'Verdict' }).getByRole('button', { name: 'Take back' }).click();
  await expect(rows.getByRole('link', { name: two })).toHaveCount(0);
  await page.goto('/screening?least=0.99&types=STOLEN_IMAGE');
  await expect(page.getByText('No listing fits')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(rows.getByRole('link', { name: two })).toBeVisible();
});

test('a new listing comes into the open queue by itself, and is judged with the thumb', async ({
  portal,
  request,
  signInAs,
}) => {
  test.setTimeout(180_000);
  const person = investigator(portal);
  const page = await signInAs(person);
  await page.goto('/screening');
  await settled(page);
  const title = tagged(`live ${crypto.randomUUID().slice(0, 8)}`);
  await handedIn(request, person, [title]);
  const row = page.getByRole('list', { name: 'Screening' }).getByRole('link', { name: title });
  await expect(row).toBeVisible({ timeout: 20_000 });

  await page.setViewportSize(PHONE);
  await page.goto('/screening');
  await row.click();
  await expect(page.getByRole('list', { name: 'Screening' })).toHaveCount(0);
  await settled(page);
  await expectNoSidewaysScroll(page, 'a listing on a phone');
  await expectAccessible(page, 'a listing on a phone');
  await page.getByRole('button', { name: 'Too little to tell' }).click();
  await expect(page.getByRole('status')).toContainText('Dismissed, too little to tell');
  await page.setViewportSize(DESK);

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Screening: it infringes');
});

test('rules are corrected at their line, tried out, released, and gone back on', async ({
  portal,
  request,
  signInAs,
}) => {
  test.setTimeout(240_000);
  const person = investigator(portal);
  const { found } = await handedIn(request, person, [tagged(`studio ${crypto.randomUUID().slice(0, 8)}`)]);
  const page = await signInAs(person);
  await page.goto(`/screening/studio?brand=${found[0]?.brand.id}`);
  const editor = page.getByRole('form', { name: 'New version of the rules' });
  const text = editor.getByRole('textbox', { name: 'Rules as TOML' });
  await expect(text).toHaveValue(/Corvelha/);
  const written = await text.inputValue();
  await settled(page);
  await expectAccessible(page, 'the studio');

  await text.fill('goods = ["wine"]\n\n[[features]]\nname = "bent cork"\nwords = ["bent cork"]\nweight = 1.5\n');
  await editor.getByRole('button', { name: 'Try it' }).click();
  const fault = editor.getByRole('alert');
  await expect(fault).toContainText('The number of “bent cork” has to be between 0 and 1.');
  await fault.getByRole('button', { name: 'Line 4' }).click();
  await expect(text).toBeFocused();
  await expectAccessible(page, 'rules with a fault');

  await text.fill(
    `${written}\n[[features]]\nname = "bent cork"\nwords = ["bent cork", "mirror quality"]\nweight = 0.9\n`,
  );
  await editor.getByRole('button', { name: 'Try it' }).click();
  await expect(editor.getByRole('region', { name: 'What would change' })).toContainText('Listings tried');
  await editor.getByRole('textbox', { name: 'What changed' }).fill('Bent corks');
  await editor.getByRole('button', { name: 'Keep as a new version' }).click();

  const release = page.getByRole('dialog', { name: 'Release' });
  await expect(release).toContainText('listings about this brand are screened so');
  await settled(page);
  await expectAccessible(page, 'a release');
  await release.getByRole('button', { name: 'Release', exact: true }).click();
  await expect(release.getByText('Say why.')).toBeVisible();
  await release.getByRole('textbox', { name: 'Reason' }).fill('Seen in three parcels');
  await release.getByRole('button', { name: 'Release', exact: true }).click();
  await expect(page.getByText(/Release \d+ holds\./)).toBeVisible();
  await expect(page.getByRole('region', { name: 'What holds now' })).toContainText('Seen in three parcels');

  await page.getByRole('button', { name: 'Releases', exact: true }).click();
  const releases = page.getByRole('table', { name: 'Releases' });
  await expect(releases.getByRole('row', { name: /Seen in three parcels/ })).toContainText('Holds');
  await releases
    .getByRole('button', { name: /^Go back to this/ })
    .first()
    .click();
  const back = page.getByRole('dialog', { name: /^Go back to release/ });
  await back.getByRole('textbox', { name: 'Reason' }).fill('Too many finds');
  await back.getByRole('button', { name: 'Go back to this' }).click();
  await expect(page.getByRole('region', { name: 'What holds now' })).toContainText('Too many finds');
  await expect(releases.getByRole('row', { name: /Too many finds/ })).toContainText('back to');
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, 'the studio');
  await expectAccessible(page, 'the studio on a phone');
});

const PAIRS = 22;

test('a model is learnt of verdicts, and its threshold chosen on the curve', async ({ portal, request, signInAs }) => {
  test.setTimeout(300_000);
  const person = investigator(portal);
  const mark = crypto.randomUUID().slice(0, 8);
  const page = await signInAs(person);
  const titles = Array.from({ length: 2 * PAIRS }, (_, number) =>
    number % 2 === 0 ? tagged(`${mark} ${number}`) : `Vale de Corvelha Reserva 2019 replica label, ${mark} ${number}`,
  );
  const { ask, found } = await handedIn(request, person, titles);
  const brand = found[0]?.brand.id;
  for (const { id, version, title } of found.filter(({ state }) => state === 'QUEUED')) {
    const verdict = title.includes('mirror quality')
      ? { judgement: 'CONFIRM' }
      : { judgement: 'DISMISS', dismissal: 'NOT_INFRINGING' };
    await ask(
      `mutation ($input: JudgeScreenedListingInput!) {
        judgeScreenedListing(input: $input) { userErrors { code message } }
      }`,
      { input: { id, expectedVersion: version, ...verdict } },
    );
  }
  await page.goto(`/screening/studio?brand=${brand}&part=MODELS`);
  await page.getByRole('button', { name: 'Learn a new version' }).click();
  await expect(page.getByText(/is learnt\. It holds once it is released\./)).toBeVisible({ timeout: 60_000 });
  const curve = page.getByRole('region', { name: /^Precision and recall of/ });
  await expect(curve.getByRole('img', { name: /95 % intervals/ })).toBeVisible();
  await curve.getByRole('slider', { name: 'Threshold' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/threshold=0\.\d/);
  await settled(page);
  await expectAccessible(page, 'the curve');
  await curve.getByRole('button', { name: 'As a table' }).click();
  await expect(curve.getByRole('region', { name: 'Precision and recall as a table' })).toContainText(/\d+ of \d+/);
  await expectAccessible(page, 'the curve as a table');
  await curve.getByRole('button', { name: 'Which listings would change?' }).click();
  await expect(curve.getByRole('region', { name: 'What would change' })).toBeVisible({ timeout: 30_000 });
  await curve.getByRole('button', { name: 'Release with this threshold' }).click();
  const release = page.getByRole('dialog', { name: 'Release' });
  await release.getByRole('textbox', { name: 'Reason' }).fill('Chosen on the curve');
  await release.getByRole('button', { name: 'Release', exact: true }).click();
  await expect(page.getByRole('region', { name: 'What holds now' })).toContainText('Chosen on the curve');

  await page.goto('/screening/figures');
  await expect(page.getByRole('region', { name: 'Precision by version' }).first()).toContainText(/\d+ of \d+/);
  await settled(page);
  await expectAccessible(page, 'figures of screening');
});

test('a seller is watched, and is watched no more', async ({ portal, request, signInAs }) => {
  test.setTimeout(180_000);
  const person = investigator(portal);
  const title = tagged(`seller ${crypto.randomUUID().slice(0, 8)}`);
  await handedIn(request, person, [title]);
  const page = await signInAs(person);
  await open(page, title);
  await page.getByRole('link', { name: 'Watch this seller' }).click();
  const dialog = page.getByRole('dialog', { name: 'Watch a seller' });
  await expect(dialog.getByRole('textbox', { name: 'Platform' })).not.toHaveValue('');
  await expect(dialog.getByRole('textbox', { name: 'Shop id' })).toHaveValue(/^cellar-/);
  await dialog.getByRole('textbox', { name: 'Why' }).fill('Again and again');
  await settled(page);
  await expectAccessible(page, 'to watch a seller');
  await dialog.getByRole('button', { name: 'Watch a seller' }).click();
  await expect(page.getByText('Old Cellar is watched.')).toBeVisible();
  const row = page.getByRole('table', { name: 'Watched sellers' }).getByRole('row', { name: /Again and again/ });
  await expect(row).toBeVisible();
  await row.getByRole('button', { name: /^Stop watching/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stop watching' }).click();
  await expect(page.getByText('Old Cellar is not watched any more.')).toBeVisible();
  await expect(row).toHaveCount(0);
});

test('the desk makes what holds for all, reads brands, and keeps no list; others see nothing', async ({
  portal,
  signInAs,
}) => {
  test.setTimeout(120_000);
  const desk = await signInAs(personWith(portal, 'SO', 'SECRETARIAT'));
  await desk.goto('/screening/studio');
  await expect(desk.getByRole('button', { name: 'Release…' }).first()).toBeVisible();
  await expect(desk.getByRole('link', { name: 'Watched sellers' })).toHaveCount(0);
  await desk.goto('/screening/sellers');
  await expect(desk.getByText(MISSING)).toBeVisible();

  const agent = await signInAs(personWith(portal, 'LE'));
  await expect(agent.getByRole('link', { name: 'Screening' })).toHaveCount(0);
  await agent.goto('/screening');
  await expect(agent.getByText(MISSING)).toBeVisible();
});
