import { readFile } from 'node:fs/promises';
import type { APIRequestContext, Page } from '@playwright/test';
import { expectAccessible, expectKeyboard, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { apiOf } from './api';
import { type BankLine, camt053 } from './camt';
import { expect, type Portal, personWith, test } from './fixture';

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

/** The worker's clock may be past midnight where the server's is not. */
const TODAY = new Date().toISOString().slice(0, 10);

function cast(portal: Portal) {
  const second = personWith(portal, 'SA', 'SECRETARIAT');
  return {
    manager: personWith(portal, 'FM', 'SECRETARIAT'),
    second,
    auditor: personWith(portal, 'AU'),
    member: personWith(portal, 'MF', 'MEMBER_BRAND'),
  };
}

/** A fund with contributions of these amounts in its ledger, and by what the bank names each. */
async function fundWith(request: APIRequestContext, portal: Portal, amounts: readonly string[]) {
  const { manager, second, member } = cast(portal);
  const [keeps, decides] = [await apiOf(request, manager), await apiOf(request, second)];
  const mark = crypto.randomUUID().slice(0, 8);
  const name = `Reconciled ${mark}`;
  const { fund } = (await keeps(CREATE, { input: { idempotencyKey: crypto.randomUUID(), name, currency: 'CNY' } }))
    .createFund;
  const [payer] = (await keeps(MEMBER, { name: member.organization })).organizations.nodes;
  const references = amounts.map((_, at) => `B-${mark}-${at}`);
  for (const [at, amount] of amounts.entries()) {
    const { order } = (
      await keeps(CONTRIBUTE, {
        input: {
          idempotencyKey: crypto.randomUUID(),
          fundId: fund.id,
          organizationId: payer.id,
          amount,
          bankReference: references[at],
        },
      })
    ).proposeContribution;
    await decides(APPROVE, { input: { id: order.id, expectedVersion: order.version } });
  }
  return { id: fund.id as string, name, mark, references, payer: payer.name as string };
}

function statement(mark: string, lines: readonly BankLine[]) {
  const account = `ACC-${mark}`;
  return camt053({ id: `S-${mark}`, account, currency: 'CNY', from: TODAY, to: TODAY, opening: '0.00', lines });
}

/** Chooses a file in the dialog of the import. */
async function choose(page: Page, name: string, text: string) {
  await page.getByRole('button', { name: 'Import a statement' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import a statement' });
  const mimeType = name.endsWith('.csv') ? 'text/csv' : 'application/xml';
  await dialog.locator('input[type=file]').setInputFiles({ name, mimeType, buffer: Buffer.from(text) });
  return dialog;
}

async function proposeClose(page: Page, fund: string) {
  await page.goto(`/funds/${fund}?part=BOOKS`);
  await page.getByRole('button', { name: 'Propose', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Close the period' }).click();
  return page.getByRole('dialog', { name: 'Close the period' });
}

test('a statement is imported and matched, one line goes to suspense, and then the period closes', async ({
  portal,
  request,
  signInAs,
}) => {
  const { manager, second, auditor } = cast(portal);
  const fund = await fundWith(request, portal, ['1000.00', '200.00', '300.00']);
  const page = await signInAs(manager);
  await page.goto(`/funds/${fund.id}`);
  await page.getByRole('link', { name: 'Reconciliation' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Reconciliation' })).toBeVisible();

  // The first has the ledger's reference, the second pays two contributions at once, the third is nobody's.
  const lines: BankLine[] = [
    { amount: '1000.00', on: TODAY, reference: fund.references[0] ?? '', party: fund.payer },
    { amount: '500.00', on: TODAY, reference: `X-${fund.mark}`, party: 'A payer that nobody knows' },
    { amount: '17.05', on: TODAY, reference: `Q-${fund.mark}`, party: 'Somebody', text: 'without a purpose' },
  ];
  const dialog = await choose(page, 'statement.xml', statement(fund.mark, lines));
  await expect(dialog.getByRole('region', { name: 'What would be taken' })).toContainText('A payer that nobody knows');
  await settled(page);
  await expectAccessible(page, 'import of a statement');
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('Imported. 1 line matched by itself.')).toBeVisible();
  const list = page.getByRole('list', { name: 'Bank lines' });
  await expect(list.getByRole('listitem')).toHaveCount(2);

  // A period with open lines is not closed.
  const early = await proposeClose(page, fund.id);
  await expect(early.getByText('2 lines of the bank are matched with nothing.')).toBeVisible();
  await settled(page);
  await expectAccessible(page, 'what stands in the way of a close');
  await early.getByRole('button', { name: 'Propose' }).click();
  await expect(page.getByText('Proposed. A second person has to agree.')).toBeVisible();
  const decides = await signInAs(second);
  const approve = async () => {
    await decides.goto('/fund-orders');
    await decides.getByRole('row').filter({ hasText: fund.name }).getByRole('link').first().click();
    await decides.getByRole('button', { name: 'Approve', exact: true }).click();
    const dialog = decides.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Approve', exact: true }).click();
    return dialog;
  };
  await expect((await approve()).getByRole('alert')).toBeVisible();

  // Several to one: the running sum has to come to nothing.
  await page.goto(`/funds/${fund.id}/reconciliation`);
  await list.getByRole('button', { name: /A payer that nobody knows/ }).click();
  const entries = page.getByRole('list', { name: 'Entries that no bank line shows' });
  await entries.getByRole('checkbox', { name: `Select entry: ${fund.references[1]}` }).check();
  const sum = page.getByRole('region', { name: 'What is selected' });
  await expect(sum).toContainText('Difference: CNY 300.00');
  await expect(sum.getByRole('button', { name: 'Match', exact: true })).toBeDisabled();
  await entries.getByRole('checkbox', { name: `Select entry: ${fund.references[2]}` }).check();
  await expect(sum).toContainText('Difference: CNY 0.00');
  await settled(page);
  await expectAccessible(page, 'several to one');
  await sum.getByRole('button', { name: 'Match', exact: true }).click();
  await expect(page.getByText('Matched.', { exact: true })).toBeVisible();
  await expect(list.getByRole('listitem')).toHaveCount(1);

  await page.getByRole('button', { name: 'To suspense…' }).click();
  const suspend = page.getByRole('dialog', { name: 'To suspense' });
  await suspend.getByRole('textbox', { name: 'Note' }).fill('Asked the bank');
  await suspend.getByRole('button', { name: 'To suspense', exact: true }).click();
  await expect(page.getByText('No open bank lines')).toBeVisible();

  // What is in suspense is explained; the same order can be agreed to now.
  await page.goto(`/funds/${fund.id}?part=BOOKS`);
  const suspense = page.getByRole('list', { name: 'In suspense' });
  await expect(suspense).toContainText('0 days old');
  await suspense.getByRole('button', { name: /^Explain: / }).click();
  const explain = page.getByRole('dialog', { name: 'Explain' });
  await explain.getByRole('textbox', { name: 'Why it is there' }).fill('The payer wrote no purpose');
  await explain.getByRole('button', { name: 'Explain', exact: true }).click();
  await expect(suspense).toContainText('The payer wrote no purpose');
  await approve();
  await expect(decides.getByText('In the books', { exact: true })).toBeVisible();

  // Story 10: an auditor sees that bank and obligations are the same, and that bank and ledger are.
  const audits = await signInAs(auditor);
  await audits.goto(`/funds/${fund.id}?part=BOOKS`);
  await audits.getByText('Period 1', { exact: true }).click();
  const balance = audits.getByRole('region', { name: 'Trial balance: Period 1' });
  await expect(balance.getByRole('row', { name: /^Bank/ })).toContainText('CNY 1,517.05');
  await expect(balance.getByRole('row', { name: /^Pool/ })).toContainText('CNY 1,500.00');
  await expect(balance.getByRole('row', { name: /^Suspense/ })).toContainText('CNY 17.05');
  await audits.goto(`/funds/${fund.id}/reconciliation?side=REPORT`);
  await expect(audits.getByText('Bank and ledger are the same')).toBeVisible();
  await expect(audits.getByRole('button', { name: 'Import a statement' })).toHaveCount(0);
  const [download] = await Promise.all([
    audits.waitForEvent('download'),
    audits.getByRole('button', { name: 'Report (CSV)' }).click(),
  ]);
  const table = await readFile(await download.path(), 'utf8');
  for (const amount of ['1000.00', '500.00', '17.05']) expect(table).toContain(`"${amount}","CNY"`);
  await audits.goto('/audit');
  await expect(audits.getByRole('region', { name: 'Seal of the log' })).toContainText('in the chain');
});

test('what is suggested is confirmed by one key, and taken back with a reason', async ({
  portal,
  request,
  signInAs,
}) => {
  const { manager } = cast(portal);
  const fund = await fundWith(request, portal, ['1234.56']);
  const page = await signInAs(manager);
  await page.goto(`/funds/${fund.id}/reconciliation`);
  const line = { amount: '1234.56', on: TODAY, reference: `Y-${fund.mark}`, party: fund.payer };
  const dialog = await choose(page, 'statement.xml', statement(fund.mark, [line]));
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  const list = page.getByRole('list', { name: 'Bank lines' });
  await expect(list).toContainText('of 100');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await settled(page);
  await expectKeyboard(page, 'matching');
  await expectAccessible(page, 'matching');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Matched.', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Matched', exact: true }).click();
  await page.getByRole('button', { name: 'Take the match back…' }).click();
  const undo = page.getByRole('dialog', { name: 'Take the match back' });
  await undo.getByRole('button', { name: 'Take the match back' }).click();
  await expect(undo.getByText('Say why.')).toBeVisible();
  await undo.getByRole('textbox', { name: 'Reason' }).fill('Of another year');
  await undo.getByRole('button', { name: 'Take the match back' }).click();
  await expect(page.getByText('Taken back.')).toBeVisible();
  await page.goto(`/funds/${fund.id}/reconciliation`);
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, 'matching');
  await expectAccessible(page, 'matching on a phone');
});

test('a table is mapped by its columns, and what is wrong is told by line', async ({ portal, request, signInAs }) => {
  const { manager } = cast(portal);
  const fund = await fundWith(request, portal, ['10.00']);
  const page = await signInAs(manager);
  await page.goto(`/funds/${fund.id}/reconciliation`);
  const table = `Date,Amount,What it is,Balance\n${TODAY},10.00,${fund.references[0]},10.00\n${TODAY},ten,R-2,20.00\n`;
  const dialog = await choose(page, 'statement.csv', table);
  await dialog.getByRole('combobox', { name: 'What “What it is” holds' }).click();
  await page.getByRole('option', { name: 'Bank reference' }).click();
  await expect(dialog.getByRole('list', { name: 'Mistakes by line' })).toContainText('Line 3:');
  await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
  await settled(page);
  await expectAccessible(page, 'mistakes of a statement');
});
