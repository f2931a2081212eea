import { readFile } from 'node:fs/promises';
import type { APIRequestContext, Page } from '@playwright/test';
import { DESK, expectAccessible, expectKeyboard, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { apiOf } from './api';
import { type DemoPerson, expect, type Portal, personWith, test } from './fixture';

const CREATE = `mutation ($input: CreateFundInput!) {
  createFund(input: $input) { fund { id reference } userErrors { code message } }
}`;
const CONTRIBUTE = `mutation ($input: ProposeContributionInput!) {
  proposeContribution(input: $input) { order { id version } userErrors { code message } }
}`;
const APPROVE = `mutation ($input: FundOrderTransitionInput!) {
  approveFundOrder(input: $input) { order { id state } userErrors { code message } }
}`;
const MEMBER = `query ($name: String!) {
  organizations(first: 1, filter: { search: $name, states: [ACTIVE] }) { nodes { id name } }
}`;

/** Who keeps the funds, and the two who decide on what that person proposes. */
function cast(portal: Portal) {
  const [first, second] = portal.people.filter(({ roles, kind }) => roles.includes('SA') && kind === 'SECRETARIAT');
  if (!first || !second) throw new Error('the demo has one administrator only');
  return {
    manager: personWith(portal, 'FM', 'SECRETARIAT'),
    first,
    second,
    investigator: personWith(portal, 'MI', 'MEMBER_BRAND'),
    member: personWith(portal, 'MF', 'MEMBER_BRAND'),
  };
}

/** A fund with 1,000,000.00 CNY in its pool, as two people made it. */
async function fundWithMoney(request: APIRequestContext, portal: Portal) {
  const { manager, first, member } = cast(portal);
  const [keeps, decides] = [await apiOf(request, manager), await apiOf(request, first)];
  const name = `Watches ${crypto.randomUUID().slice(0, 8)}`;
  const { fund } = (await keeps(CREATE, { input: { idempotencyKey: crypto.randomUUID(), name, currency: 'CNY' } }))
    .createFund;
  const [payer] = (await keeps(MEMBER, { name: member.organization })).organizations.nodes;
  const { order } = (
    await keeps(CONTRIBUTE, {
      input: {
        idempotencyKey: crypto.randomUUID(),
        fundId: fund.id,
        organizationId: payer.id,
        amount: '1000000.00',
        bankReference: `B-${crypto.randomUUID().slice(0, 8)}`,
      },
    })
  ).proposeContribution;
  await decides(APPROVE, { input: { id: order.id, expectedVersion: order.version } });
  return { name, payer: payer as { id: string; name: string }, ...(fund as { id: string; reference: string }) };
}

/** Chooses from a menu of the fund's page. */
async function act(page: Page, menu: string, step: string) {
  await page.getByRole('button', { name: menu, exact: true }).click();
  await page.getByRole('menuitem', { name: step }).click();
  return page.getByRole('dialog');
}

/** Opens what waits for somebody, and agrees. */
async function approve(page: Page, title: RegExp, fund: string) {
  await page.goto('/fund-orders');
  const row = page.getByRole('row').filter({ hasText: fund }).filter({ hasText: title });
  await row.getByRole('link').first().click();
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(page.getByText('Approved.', { exact: true })).toBeVisible();
}

async function figure(page: Page, label: string, amount: string) {
  const figures = page.getByRole('region', { name: /What it comes to|What is allotted to you/ });
  await expect(figures.getByRole('term').filter({ hasText: new RegExp(`^${label}$`) })).toBeVisible();
  await expect(figures.locator('div', { has: page.getByText(label, { exact: true }) }).last()).toContainText(amount);
}

test('a contribution is recorded by one person and confirmed by another', async ({ portal, signInAs }) => {
  const { manager, first, member } = cast(portal);
  const page = await signInAs(manager);
  await page.goto('/funds');
  await page.getByRole('button', { name: 'New fund' }).click();
  const name = `Leather ${crypto.randomUUID().slice(0, 8)}`;
  const dialog = page.getByRole('dialog', { name: 'New fund' });
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(dialog.getByText('Give it a name.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  const address = new URL(page.url()).pathname;

  const contribution = await act(page, 'Propose', 'Record a contribution');
  await contribution.getByRole('textbox', { name: 'Amount in CNY' }).fill('12.345');
  await contribution.getByRole('button', { name: 'Propose' }).click();
  await expect(contribution.getByText(/Write an amount above zero in CNY/)).toBeVisible();
  await expect(contribution.getByText('Choose an organisation.')).toBeVisible();
  await contribution.getByRole('textbox', { name: 'Amount in CNY' }).fill('9,007,199,254,740.93');
  await contribution.getByRole('combobox', { name: 'Who paid' }).fill(member.organization);
  await page.getByRole('option', { name: member.organization }).click();
  await contribution.getByRole('textbox', { name: 'Bank reference' }).fill(`B-${name}`);
  await settled(page);
  await expectAccessible(page, 'record a contribution');
  await contribution.getByRole('button', { name: 'Propose' }).click();
  await expect(page.getByText('Proposed. A second person has to confirm it.')).toBeVisible();
  const waiting = page.getByRole('list', { name: 'Waits for approval' });
  await expect(waiting).toContainText('0 of 1');
  await figure(page, 'In the pool', '0.00');

  // Whoever proposed it has nothing to approve.
  await waiting.getByRole('link').click();
  await expect(page.getByRole('button', { name: 'Withdraw…' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0);
  await settled(page);
  await expectAccessible(page, 'an order');

  const second = await signInAs(first);
  await approve(second, /Contribution/, name);
  await expect(second.getByText('In the books', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByText('In the books', { exact: true })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Ledger' })).toContainText('Bank → Pool');

  await page.goto(address);
  await figure(page, 'In the pool', '9,007,199,254,740.93');
  await figure(page, 'At the bank', '9,007,199,254,740.93');
});

test('an allocation waits for two other people, and its member sees that alone', async ({
  portal,
  request,
  signInAs,
}) => {
  const { manager, first, second, member } = cast(portal);
  const { id, name, payer } = await fundWithMoney(request, portal);
  const page = await signInAs(manager);
  await page.goto(`/funds/${id}`);
  const dialog = await act(page, 'Propose', 'Allot money');
  await expect(dialog.getByText('In the pool: CNY 1,000,000.00')).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Member' }).fill(payer.name);
  await page.getByRole('option', { name: payer.name }).click();
  await dialog.getByRole('textbox', { name: 'Amount in CNY' }).fill('250000');
  await dialog.getByRole('button', { name: 'Propose' }).click();
  await expect(page.getByText('Proposed. Two other people have to agree.')).toBeVisible();

  const one = await signInAs(first);
  await approve(one, /Allocation/, name);
  await expect(one.getByText('1 more person has to agree.')).toBeVisible();
  await expect(one.getByRole('button', { name: 'Approve' })).toHaveCount(0);
  await one.goto('/fund-orders');
  await settled(one);
  await expect(one.getByRole('row').filter({ hasText: name })).toHaveCount(0);
  const two = await signInAs(second);
  await approve(two, /Allocation/, name);

  await page.goto(`/funds/${id}`);
  await figure(page, 'Available', '250,000.00');
  await figure(page, 'In the pool', '750,000.00');
  await page.getByRole('link', { name: 'Allocations' }).click();
  const allocations = page.getByRole('list', { name: 'Allocations' });
  await expect(allocations).toContainText(payer.name);
  await allocations.getByRole('button', { name: `Holds: ${payer.name}` }).click();
  await expect(page.getByText('No holds.')).toBeVisible();
  await settled(page);
  await expectAccessible(page, 'allocations');

  const theirs = await signInAs(member);
  await theirs.goto(`/funds/${id}`);
  await figure(theirs, 'Allotted', '250,000.00');
  await expect(theirs.getByText('In the pool')).toHaveCount(0);
  await expect(theirs.getByRole('button', { name: 'Propose', exact: true })).toHaveCount(0);
});

test('the ledger is filtered by the address, and a mistake is reversed by another entry', async ({
  portal,
  request,
  signInAs,
}) => {
  const { manager, first } = cast(portal);
  const { id, name } = await fundWithMoney(request, portal);
  const page = await signInAs(manager);
  await page.goto(`/funds/${id}?part=ENTRIES&kinds=HOLD`);
  await expect(page.getByText('No entry matches')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  const ledger = page.getByRole('table', { name: 'Ledger' });
  await expect(ledger).toContainText('Bank → Pool');
  await expect(ledger).toContainText('CNY 1,000,000.00');
  await ledger.getByRole('button', { name: /^Reverse: Contribution/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Reverse' });
  await dialog.getByRole('button', { name: 'Propose' }).click();
  await expect(dialog.getByText('Say why.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Paid to another fund');
  await settled(page);
  await expectAccessible(page, 'reverse an entry');
  await dialog.getByRole('button', { name: 'Propose' }).click();
  await expect(page.getByText('Proposed. A second person has to agree.')).toBeVisible();

  const second = await signInAs(first);
  await approve(second, /Reversal/, name);
  await page.reload();
  await expect(ledger).toContainText('Pool → Bank');
  await expect(ledger).toContainText('Reversed');
});

test('what nobody can place is explained before a period closes', async ({ portal, request, signInAs }) => {
  const { manager, first } = cast(portal);
  const { id, name } = await fundWithMoney(request, portal);
  const page = await signInAs(manager);
  await page.goto(`/funds/${id}?part=BOOKS`);
  const dialog = await act(page, 'Record', 'Put into suspense');
  await dialog.getByRole('textbox', { name: 'Amount in CNY' }).fill('17.05');
  await dialog.getByRole('textbox', { name: 'Bank reference' }).fill('Q-77');
  await dialog.getByRole('button', { name: 'Record' }).click();
  const suspense = page.getByRole('list', { name: 'In suspense' });
  await expect(suspense).toContainText('CNY 17.05');
  await suspense.getByRole('button', { name: 'Explain: Q-77' }).click();
  const explain = page.getByRole('dialog', { name: 'Explain' });
  await explain.getByRole('textbox', { name: 'Why it is there' }).fill('The payer wrote no purpose');
  await explain.getByRole('button', { name: 'Explain', exact: true }).click();
  await expect(suspense).toContainText('The payer wrote no purpose');

  const close = await act(page, 'Propose', 'Close the period');
  await close.getByRole('button', { name: 'Propose' }).click();
  await expect(page.getByText('Proposed. A second person has to agree.')).toBeVisible();
  const second = await signInAs(first);
  await approve(second, /Close of a period/, name);
  await page.reload();
  await expect(page.getByText('Period 2 is open.')).toBeVisible();
  await page.getByText('Period 1', { exact: true }).click();
  await expect(page.getByRole('region', { name: 'Trial balance: Period 1' })).toContainText('CNY 1,000,000.00');
  await settled(page);
  await expectKeyboard(page, 'books');
  await expectAccessible(page, 'books');
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, 'books');
});

test('a programme has caps and days, and is archived for good', async ({ portal, request, signInAs }) => {
  const { manager } = cast(portal);
  const { id, name: fund } = await fundWithMoney(request, portal);
  const page = await signInAs(manager);
  await page.goto(`/programs?fund=${id}`);
  await page.getByRole('button', { name: 'New programme' }).click();
  const dialog = page.getByRole('dialog', { name: 'New programme' });
  await expect(dialog.getByRole('combobox', { name: 'Fund' })).toHaveValue(`${fund} · CNY`);
  const name = `Spring ${crypto.randomUUID().slice(0, 8)}`;
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('textbox', { name: 'What it is for' }).fill('What platforms sell as genuine');
  const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
  for (const [field, ahead] of [
    ['First day', 0],
    ['Last day', 90],
  ] as const) {
    await dialog.getByRole('combobox', { name: field }).fill(day(ahead));
    await dialog.getByRole('combobox', { name: field }).press('Tab');
  }
  await dialog.getByRole('textbox', { name: 'A member within a period' }).fill('5,000');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(dialog.getByText(/how many days it has/)).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Days of the period' }).fill('30');
  await settled(page);
  await expectAccessible(page, 'new programme');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('A member within 30 days')).toBeVisible();
  await expect(page.getByText('CNY 5,000.00')).toBeVisible();
  await settled(page);
  await expectAccessible(page, 'programme');
  await page.getByRole('button', { name: 'Archive…' }).click();
  const archive = page.getByRole('dialog', { name: 'Archive' });
  await archive.getByRole('checkbox').check();
  await archive.getByRole('button', { name: 'Archive', exact: true }).click();
  await expect(page.getByText('Archived', { exact: true })).toBeVisible();
});

test('a fund is taken away in files', async ({ portal, request, signInAs }) => {
  const { manager } = cast(portal);
  const { id, reference } = await fundWithMoney(request, portal);
  const page = await signInAs(manager);
  await page.goto(`/funds/${id}`);
  for (const [file, ending] of [
    ['Journal for hledger', 'journal.hledger'],
    ['Entries (CSV)', 'entries.csv'],
  ] as const) {
    await page.getByRole('button', { name: 'Export' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByRole('radio', { name: file }).check();
    await settled(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Download' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`^${reference}-.*-${ending}$`));
    expect(await readFile(await download.path(), 'utf8')).toContain('1000000.00');
    await expect(dialog).toHaveCount(0);
  }
});

test('a fund in both languages, both themes, on a desk and on a phone, and by the keyboard', async ({
  portal,
  request,
  signInAs,
}) => {
  const { manager } = cast(portal);
  const { id, name } = await fundWithMoney(request, portal);
  const page = await signInAs(manager);
  await page.goto(`/funds/${id}`);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByRole('img', { name: /^From / })).toBeVisible();
  await settled(page);
  await expectKeyboard(page, 'fund');
  await expectAccessible(page, 'fund');
  await page.getByRole('button', { name: 'Show as a table' }).click();
  await expect(page.getByRole('region', { name: 'Over time, as a table' }).getByRole('table')).toContainText('CNY');
  await expectAccessible(page, 'course as a table');
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, 'fund');
  await expectAccessible(page, 'fund on a phone');
  await page.setViewportSize(DESK);
  await page.getByRole('button', { name: '简体中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await settled(page);
  await expectAccessible(page, 'fund in Chinese', ['dark']);
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, 'fund in Chinese');
});

test('who has no right to money is not led to it', async ({ portal, signInAs }) => {
  const { investigator } = cast(portal);
  const page = await signInAs(investigator as DemoPerson);
  const navigation = page.getByRole('navigation', { name: 'Main' });
  await expect(navigation.getByRole('link', { name: 'Leads' })).toBeVisible();
  await expect(navigation.getByRole('link', { name: 'Programmes', exact: true })).toBeVisible();
  for (const name of ['Funds', 'Fund approvals'])
    await expect(navigation.getByRole('link', { name, exact: true })).toHaveCount(0);
  await navigation.getByRole('link', { name: 'Programmes', exact: true }).click();
  await page.getByRole('table', { name: 'Programmes' }).getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'Caps' })).toBeVisible();
  await settled(page);
  await expectAccessible(page, 'a programme without its money');
});
