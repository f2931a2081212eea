import type { Page } from '@playwright/test';
import { DESK, expectAccessible, expectKeyboard, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { apiOf } from './api';
import { boughtSample, cast, finished, ordered, PICTURE, SELLER } from './appraisal';
import { expect, test } from './fixture';
import { APPROVE, handedInReferral } from './referral';

test.describe.configure({ timeout: 300_000 });

/** Presses the button of a step on the page of an appraisal, and the one in its dialog. */
async function step(page: Page, name: string, confirmation?: string) {
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog', { name });
  if (confirmation) await dialog.getByRole('checkbox', { name: confirmation }).check();
  await dialog.getByRole('button', { name, exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

async function writeReport(page: Page, conclusion: string) {
  await page.getByRole('button', { name: 'Write the report', exact: true }).click();
  const form = page.getByRole('form', { name: 'Write the report' });
  await form.getByRole('button', { name: 'Sign and hand in' }).click();
  await expect(form.getByText('Add one photo at least.')).toBeVisible();
  await expect(form.getByText('Say what it looked like.')).toBeVisible();
  await form.getByRole('textbox', { name: 'How it came and was inspected' }).fill('Received sealed, opened on film');
  await form.getByRole('textbox', { name: 'Method' }).fill('Compared with one of ours');
  await form.getByRole('combobox', { name: 'Finding 1' }).click();
  await page.getByRole('option', { name: 'As genuine', exact: true }).click();
  await form.getByRole('radio', { name: conclusion, exact: true }).check();
  await form.getByRole('textbox', { name: 'Reasons' }).fill('The seam is sewn beneath the glue');
  await form.locator('input[type=file]').setInputFiles({ name: 'seam.png', mimeType: 'image/png', buffer: PICTURE });
  await expect(form.getByRole('textbox', { name: 'seam.png' })).toBeVisible();

  // What was typed and sent outlives a reload.
  await page.reload();
  await expect(form.getByRole('textbox', { name: 'Reasons' })).toHaveValue('The seam is sewn beneath the glue');
  await expect(form.getByRole('textbox', { name: 'seam.png' })).toBeVisible();
  await settled(page);
  await expectAccessible(page, 'a report being written');
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, 'a report being written');
  await page.setViewportSize(DESK);
  await form.getByRole('button', { name: 'Sign and hand in' }).click();
  await expect(page.getByRole('heading', { name: 'Report', exact: true })).toBeVisible();
}

test('headquarters find genuine what the local team called fake', async ({ portal, request, signInAs }) => {
  const { author, desk, first, second, headquarters } = cast(portal);
  const { purchase, sample, reference, ids } = await boughtSample(request, portal);
  const early = await finished(request, desk, sample.id, first, 'COUNTERFEIT');
  const later = await finished(request, desk, sample.id, second, 'COUNTERFEIT', { followsId: early });
  const referral = await handedInReferral(request, author, ids, 'Lingnan');
  const asDesk = await apiOf(request, desk);

  // The desk asks headquarters from the page of the sample.
  const page = await signInAs(desk);
  await page.goto(`/samples/${sample.id}`);
  const found = page.getByRole('region', { name: 'What it is' });
  await expect(found).toContainText('Counterfeit');
  await expect(page.getByRole('list', { name: 'Appraisals' }).getByRole('listitem')).toHaveCount(2);
  await expect(page.getByRole('img', { name: /^QR code of / })).toBeVisible();
  await settled(page);
  await expectKeyboard(page, 'sample');
  await expectAccessible(page, 'sample');
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, 'sample');
  await page.setViewportSize(DESK);
  await page.getByRole('button', { name: 'Order an appraisal' }).click();
  const order = page.getByRole('dialog', { name: 'Order an appraisal' });
  await order.getByRole('combobox', { name: 'Rank' }).click();
  await page.getByRole('option', { name: 'Brand headquarters' }).click();
  await order.getByRole('combobox', { name: 'Appraiser' }).click();
  await page.getByRole('option', { name: headquarters.name }).click();
  await order.getByRole('textbox', { name: 'What is asked' }).fill('Is it one of ours?');
  await order.getByRole('textbox', { name: 'By what the genuine article is told' }).fill('The seam is sewn');
  await settled(page);
  await expectAccessible(page, 'order an appraisal');
  await order.getByRole('button', { name: 'Order', exact: true }).click();
  await expect(page).toHaveURL(/\/appraisals\/appraisal_/);
  const address = new URL(page.url()).pathname;

  // It is the first thing that the appraiser sees.
  const theirs = await signInAs(headquarters);
  await theirs.goto('/');
  await expect(theirs.getByRole('heading', { level: 1, name: 'To appraise' })).toBeVisible();
  await theirs.goto(address);
  await theirs.getByRole('button', { name: 'Take up', exact: true }).click();
  const statement = theirs.getByRole('dialog', { name: 'Take up' });
  await statement.getByRole('button', { name: 'Take up' }).click();
  await expect(statement.getByText('Say what interests you have.')).toBeVisible();
  await statement.getByRole('radio', { name: 'None', exact: true }).check();
  await statement.getByRole('checkbox', { name: 'This is true and complete.' }).check();
  await settled(theirs);
  await expectAccessible(theirs, 'take up an appraisal');
  await statement.getByRole('button', { name: 'Take up' }).click();
  await step(theirs, 'Begin');
  await writeReport(theirs, 'Genuine');

  // Two ranks say different things: what stands on it waits.
  await page.goto(`/samples/${sample.id}`);
  await expect(found.getByText('Conflict: two reports say different things')).toBeVisible();
  await settled(page);
  await expectAccessible(page, 'a conflict');
  const approval = { id: referral.id, expectedVersion: referral.version };
  await expect(asDesk(APPROVE, approval)).rejects.toThrow(/APPRAISAL_CONFLICT/);

  await page.goto(address);
  await step(page, 'Agree');
  await step(page, 'Let it count', 'I have read the report, and it counts.');
  await expect(found).toContainText('Concluded');
  await expect(found).toContainText('by the word of: Brand headquarters');
  await page.goto(`/purchases/${purchase}`);
  await expect(page.getByRole('region', { name: 'What it is' })).toContainText('Genuine');
  await page.goto(`/leads/${reference}`);
  await expect(page.getByText('Retracted', { exact: true }).first()).toBeVisible();

  // What was said before stands as it was said.
  for (const earlier of [early, later]) {
    await page.goto(`/appraisals/${earlier}`);
    await expect(page.getByRole('article')).toContainText('The seam is glued');
    await expect(page.getByRole('article')).toContainText('Counterfeit');
  }
  await settled(page);
  await expectAccessible(page, 'an earlier appraisal');
  await page.goto('/appraisals/figures');
  const figures = page.getByRole('table', { name: 'Appraisers in figures' });
  await expect(figures.getByRole('row').filter({ hasText: first.name })).toContainText('%');
});

test('who inspects blindly reads neither of seller nor of price or lead', async ({ portal, request, signInAs }) => {
  const { desk, first, second } = cast(portal);
  const { sample, reference } = await boughtSample(request, portal);
  await finished(request, desk, sample.id, first, 'COUNTERFEIT');
  const id = await ordered(request, desk, sample.id, second, { blind: true });
  const page = await signInAs(second);
  await page.goto('/appraisals');
  await expect(page.getByRole('table', { name: 'To appraise' })).toContainText(sample.label);
  await page.goto(`/appraisals/${id}`);
  await expect(page.getByText('You inspect this blindly')).toBeVisible();
  await expect(page.getByText('Is it genuine?')).toBeVisible();
  for (const kept of [SELLER, '61.50', reference, 'Counterfeit', first.name]) {
    await expect(page.getByRole('main')).not.toContainText(kept);
  }
  await settled(page);
  await expectKeyboard(page, 'a blind appraisal');
  await expectAccessible(page, 'a blind appraisal');
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, 'a blind appraisal');
  await page.setViewportSize(DESK);
  await page.getByRole('button', { name: '简体中文' }).click();
  await expect(page.getByText('本次为盲检')).toBeVisible();
  await settled(page);
  await expectAccessible(page, 'a blind appraisal in Chinese', ['dark']);
});
