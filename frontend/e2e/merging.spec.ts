import type { APIRequestContext, Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { apiOf, triagedLead } from './api';
import { type DemoPerson, expect, type Portal, personWith, test } from './fixture';

const FIND = `query ($reference: String!) { leadByReference(reference: $reference) { id version } }`;

const RETRACT = `mutation ($id: ID!, $version: Int!) {
  retractLead(input: { id: $id, expectedVersion: $version, reason: "It was a mistake. 有误。" }) {
    userErrors { code message }
  }
}`;

/** Two people of different brands who write leads. */
function twoAuthors({ people }: Portal): [DemoPerson, DemoPerson] {
  const authors = people.filter(({ kind, roles }) => kind === 'MEMBER_BRAND' && roles.includes('MA'));
  const [one] = authors;
  const other = authors.find(({ organization }) => organization !== one?.organization);
  if (!one || !other) throw new Error('the demo has no two brands');
  return [one, other];
}

async function find(request: APIRequestContext, person: DemoPerson, reference: string) {
  const api = await apiOf(request, person);
  return { api, ...(await api(FIND, { reference })).leadByReference };
}

/** The officer lets a lead go on with another one, named by its reference. */
async function merge(page: Page, reference: string, into: string) {
  await page.goto(`/leads/${reference}`);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Merge into another lead' }).click();
  const dialog = page.getByRole('dialog', { name: `Merge ${reference} into another lead` });
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(dialog.getByText('Choose the other lead.')).toBeVisible();
  await dialog.getByRole('combobox', { name: 'The other lead' }).fill(into.toLowerCase());
  await page.getByRole('option', { name: into }).click();
  const preview = dialog.getByRole('region', { name: 'What merging does' });
  await expect(preview).toContainText(`${reference} goes on with ${into}`);
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('The same seller, the same goods. 同一卖家，同一货物。');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  return { dialog, preview };
}

test('a lead goes on with another one under the stricter label, and both say so', async ({
  portal,
  request,
  signInAs,
}) => {
  test.setTimeout(240_000);
  const [one, other] = twoAuthors(portal);
  const desk = personWith(portal, 'SO');
  const into = await triagedLead(request, one, desk);
  const reference = await triagedLead(request, other, desk, { tlp: 'AMBER_STRICT' });

  const officer = await signInAs(desk);
  const { dialog, preview } = await merge(officer, reference, into);
  await expect(preview).toContainText('Both are under TLP:AMBER+STRICT');
  await settled(officer);
  await expectAccessible(officer, 'merge');
  await officer.setViewportSize(PHONE);
  await expectNoSidewaysScroll(officer, 'merge');
  await expectAccessible(officer, 'merge on a phone');
  await officer.setViewportSize({ width: 1440, height: 900 });
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(officer.getByText('Merged.', { exact: true })).toBeVisible();

  const goesOn = officer.getByRole('alert').filter({ hasText: 'Goes on with another lead' });
  await expect(goesOn.getByRole('link', { name: into })).toBeVisible();
  await expect(officer.getByText(/let it go on with another lead/)).toBeVisible();
  await settled(officer);
  await expectAccessible(officer, 'a merged lead');
  await goesOn.getByRole('link', { name: into }).click();

  const section = officer.getByRole('region', { name: /^Goes on with this lead/ });
  await expect(section).toContainText(`Contributed by ${one.organization}, ${other.organization}`);
  await expect(section.getByRole('listitem')).toContainText([other.organization]);
  await section.getByRole('button', { name: `Listings of ${reference}` }).click();
  await expect(section.getByText('Hang tags, 500 pieces')).toBeVisible();
  await settled(officer);
  await expectAccessible(officer, 'a lead that took another in');
  await officer.setViewportSize(PHONE);
  await expectNoSidewaysScroll(officer, 'a lead that took another in');
  await section.getByRole('link', { name: reference }).click();
  await expect(officer).toHaveURL(new RegExp(`/leads/${reference}$`));

  // Neither owner learns more of the other's lead than before.
  const author = await signInAs(other);
  await author.goto(`/leads/${reference}`);
  await expect(author.getByText('It goes on with a lead that you do not see.')).toBeVisible();
  const owner = await signInAs(one);
  await owner.goto(`/leads/${into}`);
  await expect(owner.getByRole('heading', { name: 'Activity' })).toBeVisible();
  await expect(owner.getByText('TLP:AMBER+STRICT').first()).toBeVisible();
  await expect(owner.getByText(reference)).toHaveCount(0);
});

test('a lead with the same listing is offered, and a lead whose basis was taken back warns of it', async ({
  portal,
  request,
  signInAs,
}) => {
  const [one] = twoAuthors(portal);
  const desk = personWith(portal, 'SO');
  const url = `https://item.taobao.com/item.htm?id=${Date.now()}`;
  const into = await triagedLead(request, one, desk, { url });
  const reference = await triagedLead(request, one, desk, { url });
  const officer = await signInAs(desk);
  await officer.goto(`/leads/${reference}?do=MERGE`);
  const dialog = officer.getByRole('dialog', { name: `Merge ${reference} into another lead` });
  await dialog.getByRole('combobox', { name: 'The other lead' }).click();
  await officer.getByRole('option', { name: into }).click();
  await expect(dialog.getByRole('region', { name: 'What merging does' })).toContainText(
    'Nobody loses sight of either.',
  );
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('The same listing. 同一链接。');
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(officer.getByText('Merged.', { exact: true })).toBeVisible();

  const { api, id, version } = await find(request, one, reference);
  await api(RETRACT, { id, version });
  const owner = await signInAs(one);
  await owner.goto(`/leads/${into}`);
  const warning = owner.getByRole('alert').filter({ hasText: 'What this lead rests on was taken back' });
  await expect(warning.getByRole('link', { name: reference })).toBeVisible();
  await settled(owner);
  await expectAccessible(owner, 'a lead whose basis was taken back');
  // Mails lead to a lead by its id.
  await owner.goto(`/leads/${id}`);
  await expect(owner).toHaveURL(new RegExp(`/leads/${reference}$`));
});
