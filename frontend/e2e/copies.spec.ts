import type { Page } from '@playwright/test';
import { DESK, expectAccessible, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { handIn, triagedLead } from './api';
import { expect, type Portal, personWith, test } from './fixture';

const MISSING = 'This page does not exist, or it is not shared with you.';

/** Whose lead it is, one of another brand who may only look, and who works the desk. */
function three(portal: Portal) {
  const admin = personWith(portal, 'MA', 'MEMBER_BRAND');
  const reader = portal.people.find(
    ({ roles, kind, organization }) =>
      roles.includes('MI') && kind === 'MEMBER_BRAND' && organization !== admin.organization,
  );
  if (!reader) throw new Error('the demo has only one brand with an investigator');
  return { admin, reader, officer: personWith(portal, 'SO') };
}

async function shareWith(page: Page, reference: string, organization: string, reason: string) {
  await page.goto(`/leads/${reference}`);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Organisations' }).fill(organization);
  await page.getByRole('option', { name: organization }).click();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason);
  await dialog.getByRole('button', { name: /^Share with \d+ (person|people)$/ }).click();
  await expect(page.getByText('Shared.', { exact: true })).toBeVisible();
}

test('what a lead was opened to is taken back, and who saw it by that sees it no more', async ({
  portal,
  request,
  signInAs,
}) => {
  test.setTimeout(120_000);
  const { admin, reader, officer } = three(portal);
  const reference = await triagedLead(request, admin, officer);
  const page = await signInAs(admin);
  await page.goto(`/leads/${reference}`);
  await expect(page.getByRole('heading', { name: 'Activity' })).toBeVisible();
  const grants = page.getByRole('region', { name: 'Shared with' });
  await expect(grants).toHaveCount(0);
  await shareWith(page, reference, reader.organization, 'They ask for the same seller. 同一卖家。');

  const theirs = await signInAs(reader);
  await theirs.goto(`/leads/${reference}`);
  await expect(theirs.getByRole('heading', { name: 'Activity' })).toBeVisible();
  await settled(theirs);
  // To whom else it is open is not theirs to know.
  await expect(theirs.getByRole('region', { name: 'Shared with' })).toHaveCount(0);

  const row = grants.getByRole('listitem').filter({ hasText: reader.organization });
  await expect(row).toContainText(`by ${admin.name}`);
  await expect(row).toContainText('They ask for the same seller. 同一卖家。');
  await settled(page);
  await expectAccessible(page, 'to whom a lead is open');
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, 'to whom a lead is open');
  await expectAccessible(page, 'to whom a lead is open, on a phone');

  await row.getByRole('button', { name: `Take back: ${reader.organization}` }).click();
  const dialog = page.getByRole('dialog', { name: `Take back: ${reader.organization}` });
  await expect(dialog).toContainText('loses sight of it at once');
  await dialog.getByRole('button', { name: 'Take back' }).click();
  await expect(dialog.getByText('Give a reason.')).toBeVisible();
  await expectNoSidewaysScroll(page, 'take a sharing back');
  await expectAccessible(page, 'take a sharing back, on a phone');
  await page.setViewportSize(DESK);
  await expectAccessible(page, 'take a sharing back');
  await dialog.getByLabel('Reason').fill('Sent to the wrong brand. 发错品牌。');
  await dialog.getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByText('Taken back.', { exact: true })).toBeVisible();
  await expect(row).toHaveCount(0);
  await expect(page.getByText('took back a sharing of it · Sent to the wrong brand. 发错品牌。')).toBeVisible();

  // Nothing is done on their open page.
  await expect(theirs.getByText(MISSING)).toBeVisible();
  await theirs.goto(`/leads/${reference}`);
  await expect(theirs.getByText(MISSING)).toBeVisible();
});

test('a lead that is open to the community is taken back from it', async ({ portal, request, signInAs }) => {
  test.setTimeout(120_000);
  const { admin, reader, officer } = three(portal);
  const reference = await triagedLead(request, admin, officer, { tlp: 'GREEN' });
  const page = await signInAs(admin);
  await page.goto(`/leads/${reference}`);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const share = page.getByRole('dialog');
  await share.getByRole('checkbox', { name: 'The whole community' }).check();
  await share.getByRole('button', { name: /^Share with \d+ (person|people)$/ }).click();
  await expect(page.getByText('Shared.', { exact: true })).toBeVisible();
  const theirs = await signInAs(reader);
  await theirs.goto(`/leads/${reference}`);
  await expect(theirs.getByRole('heading', { name: 'Activity' })).toBeVisible();

  const grants = page.getByRole('region', { name: 'Shared with' });
  await grants.getByRole('button', { name: 'Take back: The whole community' }).click();
  const dialog = page.getByRole('dialog', { name: 'Take back: The whole community' });
  await dialog.getByLabel('Reason').fill('It says too much. 透露过多。');
  await dialog.getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByText('Taken back.', { exact: true })).toBeVisible();
  await expect(grants).not.toContainText('The whole community');
  await expect(theirs.getByText(MISSING)).toBeVisible();
});

test('what may travel further is written as a sanitised copy', async ({ portal, request, signInAs }) => {
  test.setTimeout(120_000);
  const { admin, reader, officer } = three(portal);
  const reference = await triagedLead(request, admin, officer);
  const page = await signInAs(admin);
  await page.goto(`/leads/${reference}?do=CHANGE_TLP`);
  const change = page.getByRole('dialog', { name: 'Change TLP' });
  await expect(change.getByRole('radio', { name: 'TLP:RED' })).toBeVisible();
  // What was handed in is not opened wider.
  await expect(change.getByRole('radio', { name: /GREEN|CLEAR/ })).toHaveCount(0);
  await settled(page);
  await expectAccessible(page, 'change the TLP of what was handed in');
  await change.getByRole('link', { name: 'Write a sanitised copy' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'New sanitised copy' })).toBeVisible();
  const banner = page.getByRole('alert').filter({ hasText: `Sanitised copy of ${reference}` });
  await expect(banner).toContainText('Nothing goes over by itself. Write only what may travel.');
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('');
  await expect(page.getByLabel('Summary')).toHaveValue('');
  await settled(page);
  await expectAccessible(page, 'new sanitised copy');
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, 'new sanitised copy');
  await expectAccessible(page, 'new sanitised copy, on a phone');
  await page.setViewportSize(DESK);
  const title = `Hang tags seen in trade ${crypto.randomUUID().slice(0, 8)}`;
  await page.getByRole('textbox', { name: 'Title' }).fill(title);
  await page.getByRole('textbox', { name: 'What is offered' }).fill('Hang tags');
  await page.getByRole('radio', { name: 'TLP:GREEN' }).check();
  await page.getByRole('button', { name: 'Create draft' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const copy = new URL(page.url()).pathname.replace('/leads/', '');
  const facts = page.getByRole('complementary');
  await facts.getByRole('link', { name: reference }).click();
  await expect(page.getByText(`wrote a sanitised copy · ${copy}`)).toBeVisible();
  await expect(facts).toContainText(`${copy}TLP:GREEN`);
  await facts.getByRole('link', { name: copy }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await settled(page);
  await expectAccessible(page, 'a sanitised copy');

  await handIn(request, copy, admin, officer);
  await shareWith(page, copy, reader.organization, 'For their brand. 供其品牌参考。');
  await expect(facts.getByRole('link', { name: reference })).toBeVisible();
  const theirs = await signInAs(reader);
  await theirs.goto(`/leads/${copy}`);
  await expect(theirs.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await settled(theirs);
  await expect(theirs.getByText(reference)).toHaveCount(0);
  await expect(theirs.getByText('Sanitised copy of')).toHaveCount(0);
  await theirs.goto(`/leads/new?from=${reference}`);
  await expect(theirs.getByText(MISSING)).toBeVisible();
});
