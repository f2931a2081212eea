import { readFileSync } from 'node:fs';
import { DESK, expectAccessible, expectKeyboard, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { apiOf, triagedLead } from './api';
import { expect, personWith, test } from './fixture';

const COMMENT = `mutation ($input: AddCommentInput!) { addComment(input: $input) { comment { id } userErrors { code } } }`;
const SUBJECT = `mutation ($input: AddSubjectInput!) { addSubject(input: $input) { subject { id } userErrors { code } } }`;
const FIND = `query ($reference: String!) { leadByReference(reference: $reference) { id } }`;

test.describe('words find what one sees', () => {
  test('in any language, marked where they stand, from the palette as well', async ({ portal, signInAs, request }) => {
    const [author, officer] = [personWith(portal, 'MA', 'MEMBER_BRAND'), personWith(portal, 'SO', 'SECRETARIAT')];
    const reference = await triagedLead(request, author, officer);
    const ask = await apiOf(request, author);
    const { leadByReference } = await ask(FIND, { reference });
    await ask(COMMENT, {
      input: { idempotencyKey: reference, leadId: leadByReference.id, body: 'A costura não é a original; 暗号吊牌' },
    });
    const page = await signInAs(author);
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Search' }).click();
    await page.getByRole('searchbox').fill('暗号');
    const hits = page.getByRole('list', { name: 'What was found' });
    await expect(hits.getByText(reference)).toBeVisible();
    await expect(hits.locator('mark', { hasText: '暗号' })).toBeVisible();
    await page.getByRole('searchbox').fill('COSTURA NAO');
    await expect(hits.locator('mark', { hasText: 'não' })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Comments · 1$/ })).toBeVisible();
    await settled(page);
    await expectAccessible(page, 'search');
    await expectKeyboard(page, 'search');
    await page.setViewportSize(PHONE);
    await expectNoSidewaysScroll(page, 'search');
    await page.setViewportSize(DESK);
    await page.keyboard.press('Escape');
    await page.goto('/leads');
    await settled(page);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('textbox').fill('暗号');
    await page.getByRole('dialog').getByText('All 1 result').click();
    await expect(page).toHaveURL(/\/search\?q=/);
  });
});

test('a subject is found by its name and leads to its own page', async ({ portal, signInAs, request }) => {
  const [author, officer] = [personWith(portal, 'MA', 'MEMBER_BRAND'), personWith(portal, 'SO', 'SECRETARIAT')];
  const reference = await triagedLead(request, author, officer);
  const ask = await apiOf(request, author);
  const { leadByReference } = await ask(FIND, { reference });
  const name = `Vitrine ${crypto.randomUUID().slice(0, 8)} Lda`;
  const subject = { kind: 'COMPANY', name, detail: 'Sells from a garage', identifiers: [] };
  await ask(SUBJECT, { input: { idempotencyKey: reference, leadId: leadByReference.id, ...subject } });
  const page = await signInAs(author);
  await page.goto(`/search?q=${encodeURIComponent(name)}`);
  await settled(page);
  const hit = page.getByRole('list', { name: 'What was found' }).getByRole('listitem');
  await expect(hit).toContainText(reference);
  await expect(page.getByRole('button', { name: 'Subjects · 1' })).toBeVisible();
  await hit.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await page.goto('/leads');
  await settled(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type(name);
  await expect(page.getByRole('dialog').getByText(`Subject · ${reference}`)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
});

test.describe('a list is kept, taken away and acted on', () => {
  test('a view is saved, opened first and deleted', async ({ portal, signInAs }) => {
    const page = await signInAs(personWith(portal, 'MI', 'MEMBER_BRAND'));
    await page.goto('/leads?states=SHARED&tlp=AMBER');
    await settled(page);
    await page.getByRole('button', { name: 'Save view…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Save view' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Shared at AMBER');
    await settled(page);
    await expectAccessible(page, 'save a view');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('button', { name: 'Shared at AMBER', exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await page.getByRole('button', { name: 'More for Shared at AMBER' }).click();
    await page.getByRole('menuitem', { name: 'Open the list with it' }).click();
    await expect(page.getByText('The list opens with this view')).toBeVisible();
    await page.goto('/leads');
    await expect(page).toHaveURL(/states=SHARED.*tlp=AMBER/);
    await page.getByRole('button', { name: 'All leads' }).click();
    await expect(page).toHaveURL(/\/leads\?saved=all$/);
    await page.getByRole('button', { name: /^Shared at AMBER/ }).click();
    await settled(page);
    await expectAccessible(page, 'leads with views');
    await page.getByRole('button', { name: 'More for Shared at AMBER' }).click();
    await page.getByRole('menuitem', { name: 'Delete view…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete view' }).click();
    await expect(page.getByText('The view is deleted')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Shared at AMBER/ })).toHaveCount(0);
  });

  test('a file of the list comes down', async ({ portal, signInAs }) => {
    const page = await signInAs(personWith(portal, 'SO', 'SECRETARIAT'));
    await page.goto('/leads?states=TRIAGED');
    await settled(page);
    await page.getByRole('button', { name: 'Export…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export leads' });
    await dialog.getByText('CSV').click();
    await dialog.getByRole('button', { name: 'Make the file' }).click();
    const link = dialog.getByRole('link', { name: 'Download' });
    await expect(link).toBeVisible({ timeout: 15_000 });
    await expectAccessible(page, 'export');
    const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(file.suggestedFilename()).toMatch(/^touchstone-leads-.*\.csv$/);
    expect(readFileSync(await file.path(), 'utf8')).toMatch(/^\uFEFF"?TLP:/);
  });

  test('a lead comes on paper, from a button and on a phone from the menu', async ({ portal, signInAs, request }) => {
    const [author, officer] = [personWith(portal, 'MA', 'MEMBER_BRAND'), personWith(portal, 'SO', 'SECRETARIAT')];
    const reference = await triagedLead(request, author, officer);
    const page = await signInAs(author);
    await page.goto(`/leads/${reference}`);
    await settled(page);
    const printed = async (by: () => Promise<void>) => {
      const [paper] = await Promise.all([page.waitForEvent('download'), by()]);
      expect(paper.suggestedFilename()).toBe(`${reference}.pdf`);
      expect(readFileSync(await paper.path(), 'latin1').slice(0, 5)).toBe('%PDF-');
    };
    await printed(() => page.getByRole('button', { name: 'Print', exact: true }).click());
    await page.setViewportSize(PHONE);
    await expectNoSidewaysScroll(page, 'lead');
    await expect(page.getByRole('button', { name: 'Print', exact: true })).toHaveCount(0);
    await page.getByRole('button', { name: 'More actions' }).click();
    await printed(() => page.getByRole('menuitem', { name: 'Print' }).click());
  });

  test('somebody is put on two leads at once', async ({ portal, signInAs, request }) => {
    const [author, officer] = [personWith(portal, 'MA', 'MEMBER_BRAND'), personWith(portal, 'SO', 'SECRETARIAT')];
    const references = [await triagedLead(request, author, officer), await triagedLead(request, author, officer)];
    const page = await signInAs(author);
    await page.goto('/leads?search=forged%20hang%20tags&states=TRIAGED');
    await settled(page);
    for (const reference of references) await page.getByRole('checkbox', { name: `Select ${reference}` }).check();
    await page
      .getByRole('region', { name: 'What is selected' })
      .getByRole('button', { name: 'Put somebody on…' })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Put somebody on 2 leads' });
    await dialog.getByRole('combobox', { name: 'On it' }).fill(author.name);
    await page.getByRole('option', { name: author.name }).click();
    await dialog.getByRole('button', { name: 'Preview' }).click();
    await expect(dialog).toContainText('2 would be done.');
    await expectAccessible(page, 'bulk assignment');
    await dialog.getByRole('button', { name: 'Do it for 2' }).click();
    await expect(page.getByText('Done for 2', { exact: true })).toBeVisible();
    await page.goto(`/leads?assignee=ME&search=${references[0]}`);
    await expect(page.getByRole('table', { name: 'Leads' })).toContainText(references[0] ?? '');
  });

  test('two leads are raised at once, after a preview', async ({ portal, signInAs, request }) => {
    const [author, officer] = [personWith(portal, 'MA', 'MEMBER_BRAND'), personWith(portal, 'SO', 'SECRETARIAT')];
    const references = [
      await triagedLead(request, author, officer),
      await triagedLead(request, author, officer, { tlp: 'AMBER_STRICT' }),
    ];
    const page = await signInAs(author);
    await page.goto('/leads?search=forged%20hang%20tags&states=TRIAGED');
    await settled(page);
    for (const reference of references) await page.getByRole('checkbox', { name: `Select ${reference}` }).check();
    const bar = page.getByRole('region', { name: 'What is selected' });
    await expect(bar).toContainText('2 selected');
    await settled(page);
    await expectAccessible(page, 'leads that are selected');
    await bar.getByRole('button', { name: 'Raise TLP…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Raise the TLP of 2 leads' });
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('an informant is in them');
    await dialog.getByRole('button', { name: 'Preview' }).click();
    await expect(dialog).toContainText('1 would be done. 1 would not.');
    await expectAccessible(page, 'bulk preview');
    await dialog.getByRole('button', { name: 'Do it for 1' }).click();
    await expect(page.getByText('Done for 1', { exact: true })).toBeVisible();
    await expect(bar).toHaveCount(0);
  });
});
