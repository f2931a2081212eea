import type { Locator, Page } from '@playwright/test';
import { expectAccessible, expectKeyboard, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { expect, test } from './fixture';
import { approved, cast, delivered, money } from './purchase';

test.describe.configure({ timeout: 240_000 });

/** The smallest picture that is one, another one each time. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=';
const picture = () => Buffer.concat([Buffer.from(PIXEL, 'base64'), Buffer.from(crypto.randomUUID())]);

async function pick(page: Page, dialog: Locator, field: string, option: string | RegExp) {
  await dialog.getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: option }).first().click();
}

/** A step of a purchase's page: the button, or what stands behind the dots. */
async function step(page: Page, name: string) {
  const button = page.getByRole('button', { name: `${name}…`, exact: true });
  const more = page.getByRole('button', { name: 'Further actions' });
  await expect(button.or(more).first()).toBeVisible();
  if (await button.isVisible()) await button.click();
  else {
    await more.click();
    await page.getByRole('menuitem', { name }).click();
  }
  return page.getByRole('dialog');
}

const station = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Money' }).getByRole('listitem').filter({ hasText: name });

test('a member asks for three, and its finance agrees to two', async ({ portal, request, signInAs }) => {
  const people = cast(portal);
  await money(request, people, 'NOK', '250.00');
  const reference = await delivered(request, people);

  const asks = await signInAs(people.investigator);
  await asks.goto(`/leads/${reference}`);
  await asks.getByRole('button', { name: 'Answer', exact: true }).click();
  const answer = asks.getByRole('dialog');
  await answer.getByRole('radio', { name: 'Needs a test purchase' }).click();
  await answer.getByLabel('Number of test purchases').fill('3');
  await answer.getByLabel('Why?').fill('It cannot be told from the pictures.');
  await answer.getByRole('button', { name: 'Send answer' }).click();
  await expect(asks.getByText('Answer sent.')).toBeVisible();

  await asks.getByRole('button', { name: 'Request a test purchase' }).click();
  const wish = asks.getByRole('dialog', { name: 'Request a test purchase' });
  await expect(wish.getByRole('textbox', { name: 'How many pieces' })).toHaveValue('3');
  await wish.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(wish.getByText('Choose what is to be bought.')).toBeVisible();
  await pick(asks, wish, 'Listing', /Hang tags/);
  await pick(asks, wish, 'Out of', /NOK/);
  await wish.getByRole('textbox', { name: 'At most for one, in NOK' }).fill('100');
  await wish.getByRole('textbox', { name: 'Reason' }).fill('To look at the print');
  await settled(asks);
  await expectAccessible(asks, 'request a purchase');
  await wish.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(asks.getByText('Requested.', { exact: true })).toBeVisible();
  await expect(asks).toHaveURL(/\/purchases\/purchase_/);
  const address = new URL(asks.url()).pathname;

  // Whoever asked has nothing to approve.
  await expect(station(asks, 'Asked for')).toContainText('NOK 300.00');
  await expect(asks.getByRole('button', { name: /^Approve/ })).toHaveCount(0);
  await expect(asks.getByText(/Who asks does not approve/)).toBeVisible();
  await asks.goto(`${address}?do=APPROVE`);
  await expect(station(asks, 'Asked for')).toBeVisible();
  await expect(asks.getByRole('dialog')).toHaveCount(0);

  const agrees = await signInAs(people.finance);
  await agrees.goto('/purchases/approvals');
  await settled(agrees);
  await agrees.goto(address);
  const dialog = await step(agrees, 'Approve');
  await expect(dialog).toContainText('NOK 250.00');
  await expect(dialog).toContainText('NOK 50.00');
  await settled(agrees);
  await expectAccessible(agrees, 'approve a purchase');
  await dialog.getByRole('textbox', { name: 'How many pieces' }).fill('4');
  await dialog.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(dialog).toBeVisible();
  await dialog.getByRole('textbox', { name: 'How many pieces' }).fill('2');
  await dialog.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(agrees.getByText('Approved.', { exact: true })).toBeVisible();
  await expect(station(agrees, 'Held')).toContainText('NOK 200.00');
  await expect(station(agrees, 'Captured')).toContainText('–');
  await expect(agrees.getByText('2 pieces approved of 3 asked for')).toBeVisible();

  await settled(agrees);
  await expectKeyboard(agrees, 'purchase');
  await expectAccessible(agrees, 'purchase');
  await agrees.setViewportSize(PHONE);
  await expectNoSidewaysScroll(agrees, 'purchase');
});

test('an order costs less than was held, and a part comes back', async ({ portal, request, signInAs }) => {
  const people = cast(portal);
  const fund = await money(request, people, 'SEK', '1000.00');
  const { id } = await approved(request, people, 'SEK');

  const desk = await signInAs(people.desk);
  await desk.goto(`/purchases/${id}`);
  const assign = await step(desk, 'Assign a buyer');
  await assign.getByRole('combobox', { name: 'Buyer' }).fill(people.buyer.name.slice(0, 4));
  await desk.getByRole('option', { name: people.buyer.name }).click();
  await assign.getByRole('textbox', { name: 'Name under which it is bought' }).fill('Wen Xiao');
  await assign.getByRole('textbox', { name: 'Where it is sent to' }).fill('Lane 5, flat 2');
  await settled(desk);
  await expectAccessible(desk, 'assign a buyer');
  await assign.getByRole('button', { name: 'Assign a buyer' }).click();
  await expect(desk.getByText('Assigned.', { exact: true })).toBeVisible();
  // The desk sees that there is money, and not how much.
  await expect(desk.getByText('Funded')).toBeVisible();

  const buys = await signInAs(people.buyer);
  await buys.goto(`/purchases/${id}`);
  const reveal = await step(buys, 'Show the buyer’s identity');
  await pick(buys, reveal, 'For what', 'To order');
  await reveal.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(buys.getByRole('dialog')).toContainText('Wen Xiao');
  await buys.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();

  const order = await step(buys, 'Record the order');
  for (const title of ['Listing', 'Receipt']) {
    await order
      .locator('input[type=file]')
      .setInputFiles({ name: `${title}.png`, mimeType: 'image/png', buffer: picture() });
    const adding = buys.getByRole('dialog', { name: `Add ${title}.png` });
    await expect(adding.getByText(/^Arrived\./)).toBeVisible();
    await adding.getByRole('button', { name: 'Add evidence' }).click();
    await expect(adding).toHaveCount(0);
  }
  await order.getByRole('textbox', { name: 'Order number' }).fill('T-2026-0001');
  await order.getByRole('textbox', { name: 'Goods in SEK' }).fill('250');
  await pick(buys, order, 'Listing as ordered', /Listing/);
  await pick(buys, order, 'Proof of the order', /Receipt/);
  await settled(buys);
  await expectAccessible(buys, 'record an order');
  await order.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(buys.getByText('Order recorded.')).toBeVisible();
  await expect(station(buys, 'Captured')).toContainText('SEK 250.00');
  await expect(station(buys, 'Rest back')).toContainText('SEK 50.00');

  const fails = await step(buys, 'It came to nothing');
  await fails.getByRole('radio', { name: 'Lost on its way' }).check();
  await fails.getByRole('textbox', { name: 'Reason' }).fill('The carrier lost the parcel');
  await fails.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(station(buys, 'Refund expected')).toContainText('SEK 250.00');

  // The seller pays a part of it back: who keeps the fund writes that down at the hold, which leads here.
  const keeps = await signInAs(people.manager);
  await keeps.goto(`/funds/${fund.fund}?part=ALLOCATIONS`);
  await keeps.getByRole('button', { name: /^Holds:/ }).click();
  const hold = keeps.getByRole('list', { name: 'Holds' }).getByRole('listitem').first();
  await expect(hold.getByRole('link', { name: /^PU-/ })).toBeVisible();
  await hold.getByRole('button', { name: 'Record a refund…' }).click();
  const refund = keeps.getByRole('dialog', { name: 'Record a refund' });
  await refund.getByRole('textbox', { name: 'Amount in SEK' }).fill('250.01');
  await refund.getByRole('textbox', { name: 'Bank reference' }).fill(`R-${fund.name}`);
  await refund.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(refund.getByRole('alert')).toBeVisible();
  await refund.getByRole('textbox', { name: 'Amount in SEK' }).fill('200');
  await refund.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(keeps.getByText('Recorded.', { exact: true })).toBeVisible();
  await hold.getByRole('link', { name: /^PU-/ }).click();
  await expect(station(keeps, 'Refund received')).toContainText('SEK 200.00');
});

test('the board is narrowed by the address, and is a list on a phone', async ({ portal, signInAs }) => {
  const { finance } = cast(portal);
  const page = await signInAs(finance);
  await page.goto('/purchases');
  await expect(page.getByRole('region', { name: 'Requested' })).toBeVisible();
  await page.getByRole('button', { name: 'Waits for me' }).click();
  await expect(page).toHaveURL(/waiting=true/);
  await page.getByRole('button', { name: 'As a list' }).click();
  await expect(page).toHaveURL(/list=true/);
  await page.goto('/purchases?states=CLOSED');
  await expect(page.getByRole('region', { name: 'Over' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Requested' })).toHaveCount(0);
  await page.setViewportSize(PHONE);
  await expect(page.getByRole('region', { name: 'Over' })).toHaveCount(0);
  await settled(page);
  await expectNoSidewaysScroll(page, 'purchases');
});
