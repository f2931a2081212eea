import type { Page } from '@playwright/test';
import { DESK, expectAccessible, expectKeyboard, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { apiOf, triagedLead } from './api';
import { type DemoPerson, expect, type Portal, personWith, test } from './fixture';

// Each page for itself, so that they are shared out among the workers.
test.describe.configure({ mode: 'parallel', timeout: 180_000 });

test('sign-in and invitation', async ({ page }) => {
  await page.goto('/sign-in');
  await expectAccessible(page, 'sign-in');
  await page.goto('/invitation#token');
  await expectAccessible(page, 'invitation');
});

test('an officer without an account, before the code', async ({ page }) => {
  await page.goto('/guest#link');
  await expect(page.getByRole('button', { name: 'Send me the code' })).toBeVisible();
  await expectKeyboard(page, 'guest');
  await expectAccessible(page, 'guest');
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, 'guest');
  await page.getByRole('button', { name: '简体中文' }).click();
  await expect(page.getByRole('button', { name: '发送验证码' })).toBeVisible();
  await expectNoSidewaysScroll(page, 'guest in Chinese');
  await expectAccessible(page, 'guest in Chinese on a phone');
});

/** Every page of somebody signed in, and whose eyes see most of it. */
const PAGES: Record<string, (portal: Portal) => DemoPerson> = {
  '/inbox': (portal) => personWith(portal, 'MI', 'MEMBER_BRAND'),
  '/leads': (portal) => personWith(portal, 'MI', 'MEMBER_BRAND'),
  '/board': (portal) => personWith(portal, 'MI', 'MEMBER_BRAND'),
  '/calendar': (portal) => personWith(portal, 'MI', 'MEMBER_BRAND'),
  '/hand-overs': (portal) => personWith(portal, 'SO'),
  '/notifications': (portal) => personWith(portal, 'MI', 'MEMBER_BRAND'),
  '/leads/new': (portal) => personWith(portal, 'MI', 'MEMBER_BRAND'),
  '/search?q=bag': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/referrals': (portal) => personWith(portal, 'MA', 'MEMBER_BRAND'),
  '/actions': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/actions/map': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/campaigns': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/deconfliction': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/funds': (portal) => personWith(portal, 'FM', 'SECRETARIAT'),
  '/fund-orders': (portal) => personWith(portal, 'SA', 'SECRETARIAT'),
  '/programs': (portal) => personWith(portal, 'FM', 'SECRETARIAT'),
  '/samples': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/appraisals': (portal) => personWith(portal, 'AP', 'LAB'),
  '/appraisals/figures': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/purchases': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/purchases?list=true': (portal) => personWith(portal, 'FM', 'SECRETARIAT'),
  '/purchases/approvals': (portal) => personWith(portal, 'FM', 'SECRETARIAT'),
  '/purchases/figures': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/purchases/clashes': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/rights': (portal) => personWith(portal, 'SO'),
  '/rights/new': (portal) => personWith(portal, 'MA', 'MEMBER_BRAND'),
  '/rights/import': (portal) => personWith(portal, 'MC', 'AGENT_FIRM'),
  '/rights/check': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/products': (portal) => personWith(portal, 'MA', 'MEMBER_BRAND'),
  '/organizations': (portal) => personWith(portal, 'SA'),
  '/agencies': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/people': (portal) => personWith(portal, 'SA'),
  '/groups': (portal) => personWith(portal, 'MA', 'MEMBER_BRAND'),
  '/break-glass': (portal) => personWith(portal, 'SA'),
  '/matches': (portal) => personWith(portal, 'MA', 'MEMBER_BRAND'),
  '/screening': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/screening/studio': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/screening/studio?part=MODELS': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/screening/studio?part=RELEASES': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/screening/figures': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/screening/sellers': (portal) => personWith(portal, 'MI', 'MEMBER_BRAND'),
  '/subjects': (portal) => personWith(portal, 'MA', 'MEMBER_BRAND'),
  '/imports': (portal) => personWith(portal, 'MA', 'MEMBER_BRAND'),
  '/partners': (portal) => personWith(portal, 'MA', 'MEMBER_BRAND'),
  '/partners/ingest': (portal) => personWith(portal, 'MI', 'MEMBER_BRAND'),
  '/partners/api': (portal) => personWith(portal, 'MA', 'MEMBER_BRAND'),
  '/partners/api?type=Query': (portal) => personWith(portal, 'MI', 'MEMBER_BRAND'),
  '/partners/api?trial=true': (portal) => personWith(portal, 'MI', 'MEMBER_BRAND'),
  '/statistics': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/audit': (portal) => personWith(portal, 'AU'),
  '/operations': (portal) => personWith(portal, 'SA'),
  '/settings/profile': (portal) => personWith(portal, 'MI', 'MEMBER_BRAND'),
  '/settings/security': (portal) => personWith(portal, 'MI', 'MEMBER_BRAND'),
  '/settings/notifications': (portal) => personWith(portal, 'MI', 'MEMBER_BRAND'),
  '/settings/calendar': (portal) => personWith(portal, 'MI', 'MEMBER_BRAND'),
};

/** Looks at a page of somebody signed in. */
async function expectAllWays(page: Page, path: string) {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await settled(page);
  await expectKeyboard(page, path);
  await expectAccessible(page, path);
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, path);
  await expectAccessible(page, `${path} on a phone`);

  // Another language has other words in the same places: one look at each theme and size.
  await page.setViewportSize(DESK);
  await page.getByRole('button', { name: '简体中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await settled(page);
  await expectAccessible(page, `${path} in Chinese`, ['dark']);
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, `${path} in Chinese`);
  await expectAccessible(page, `${path} in Chinese on a phone`, ['light']);
}

for (const [path, personOf] of Object.entries(PAGES)) {
  test(`${path} in both languages, both themes, on a desk and on a phone, and by the keyboard`, async ({
    portal,
    signInAs,
  }) => {
    const page = await signInAs(personOf(portal));
    await page.goto(path);
    await expectAllWays(page, path);
  });
}

for (const [side, search] of Object.entries({ matching: '', statements: '?side=STATEMENTS', report: '?side=REPORT' })) {
  test(`reconciliation, ${side}, in both languages, both themes, on a desk and on a phone, and by the keyboard`, async ({
    portal,
    request,
    signInAs,
  }) => {
    const manager = personWith(portal, 'FM', 'SECRETARIAT');
    const { funds } = await (await apiOf(request, manager))('{ funds(first: 1) { nodes { id } } }');
    const page = await signInAs(manager);
    const path = `/funds/${funds.nodes[0].id}/reconciliation${search}`;
    await page.goto(path);
    await expectAllWays(page, path);
  });
}

test('one bank statement, in both languages, both themes, on a desk and on a phone, and by the keyboard', async ({
  portal,
  request,
  signInAs,
}) => {
  const manager = personWith(portal, 'FM', 'SECRETARIAT');
  const { bankStatements } = await (await apiOf(request, manager))(
    '{ bankStatements(first: 1) { nodes { id fund { id } } } }',
  );
  const [{ id, fund }] = bankStatements.nodes;
  const page = await signInAs(manager);
  const path = `/funds/${fund.id}/statements/${id}`;
  await page.goto(path);
  await expectAllWays(page, path);
});

/** The pages of one thing each, which the demo has. */
const THINGS = {
  agency: '{ agencies(first: 1) { nodes { id } } }',
  referral: '{ referrals(first: 1) { nodes { id } } }',
  action: '{ offlineActions(first: 1) { nodes { id } } }',
};
const ADDRESSES = { agency: '/agencies', referral: '/referrals', action: '/actions' };

for (const [thing, query] of Object.entries(THINGS)) {
  test(`one ${thing} in both languages, both themes, on a desk and on a phone, and by the keyboard`, async ({
    portal,
    request,
    signInAs,
  }) => {
    const officer = personWith(portal, 'SO', 'SECRETARIAT');
    const [found] = Object.values<{ nodes: { id: string }[] }>(await (await apiOf(request, officer))(query));
    const page = await signInAs(officer);
    await page.goto(`${ADDRESSES[thing as keyof typeof ADDRESSES]}/${found?.nodes[0]?.id}`);
    await expectAllWays(page, thing);
  });
}

test('one product sheet, with pictures, in both languages, both themes, on a desk and on a phone, and by the keyboard', async ({
  portal,
  request,
  signInAs,
}) => {
  const keeper = personWith(portal, 'MA', 'MEMBER_BRAND');
  const { products } = await (await apiOf(request, keeper))(
    '{ products(last: 1, filter: { states: [PUBLISHED] }) { nodes { id } } }',
  );
  const page = await signInAs(keeper);
  await page.goto(`/products/${products.nodes[0].id}`);
  await expectAllWays(page, 'product');
});

test('a lead, its dialogs, the palette and the keys', async ({ portal, signInAs }) => {
  const page = await signInAs(personWith(portal, 'MI', 'MEMBER_BRAND'));
  await page.goto('/leads?mine=true');
  await page.getByRole('table', { name: 'Leads' }).getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'Activity' })).toBeVisible();
  await expectAccessible(page, 'lead');

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await expectAccessible(page, 'keys');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('Control+k');
  await expect(page.getByRole('textbox', { name: 'Jump to a lead or page, or do something' })).toBeVisible();
  await expectAccessible(page, 'palette');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, 'lead');
  await expectAccessible(page, 'lead on a phone');
});

test('a piece of evidence', async ({ portal, request, signInAs }) => {
  const officer = personWith(portal, 'SO', 'SECRETARIAT');
  const ask = await apiOf(request, officer);
  const { search } = await ask(
    '{ search(query: "window", kinds: [EVIDENCE], first: 1) { nodes { object { ... on EvidenceItem { id title } } } } }',
  );
  const { id, title } = search.nodes[0].object;
  const page = await signInAs(officer);
  await page.goto(`/evidence/${id}`);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await settled(page);
  await expectKeyboard(page, 'evidence');
  await expectAccessible(page, 'evidence');
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, 'evidence');
  await expectAccessible(page, 'evidence on a phone');
});

test('an organisation and the dialog of a power of attorney, with its calendar', async ({ portal, signInAs }) => {
  const page = await signInAs(personWith(portal, 'MA', 'MEMBER_BRAND'));
  await page.goto('/organizations?kinds=MEMBER_BRAND');
  const { organization } = personWith(portal, 'MA', 'MEMBER_BRAND');
  await page.getByRole('link', { name: organization }).click();
  await expect(page.getByRole('heading', { name: 'Powers of attorney' })).toBeVisible();
  await expectAccessible(page, 'organisation');
  await page.getByRole('button', { name: 'Submit a power of attorney' }).click();
  const dialog = page.getByRole('dialog', { name: 'Submit a power of attorney' });
  await dialog.getByRole('combobox', { name: 'Last day' }).focus();
  await expect(page.getByRole('button', { name: 'Next month' })).toBeVisible();
  await expectAccessible(page, 'power of attorney');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Next month' })).toHaveCount(0);
  await expect(dialog).toBeVisible();

  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, 'power of attorney');
  await expectAccessible(page, 'power of attorney on a phone');
});

test('a right that waits, as who verifies it sees it, and the dialog of that', async ({ portal, signInAs }) => {
  const page = await signInAs(personWith(portal, 'SO'));
  await page.goto('/rights?renewalWaits=true');
  await page.getByRole('table', { name: 'Rights' }).getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'Could it be cited?' })).toBeVisible();
  await settled(page);
  await expectKeyboard(page, 'right');
  await expectAccessible(page, 'right');
  await page.getByRole('button', { name: 'Find the renewal wanting' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page, 'renewal found wanting');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, 'right');
  await expectAccessible(page, 'right on a phone');
});

test('the share dialog', async ({ portal, request, signInAs }) => {
  const author = personWith(portal, 'MI', 'MEMBER_BRAND');
  const reference = await triagedLead(request, author, personWith(portal, 'SO'));
  const page = await signInAs(author);
  await page.goto(`/leads/${reference}?do=SHARE`);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  const audience = dialog.getByRole('region', { name: 'Who will see this' });
  await dialog.getByLabel('The whole community').check();
  await expect(audience).toContainText('The TLP label, or your role, does not allow this audience.');
  await expectAccessible(page, 'share, refused');

  await dialog.getByLabel('The whole community').uncheck();
  const { organization } = personWith(portal, 'LE');
  await dialog.getByRole('combobox', { name: 'Organisations' }).fill(organization);
  await page.getByRole('option', { name: organization }).click();
  await expect(audience.getByRole('row', { name: organization })).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Reason' }).focus();
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await settled(page);
  await expectAccessible(page, 'share');
});
