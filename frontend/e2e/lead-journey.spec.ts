import type { APIRequestContext } from '@playwright/test';
import { apiOf } from './api';
import { type DemoPerson, expect, personWith, test } from './fixture';

const BRANDS = `{
  viewer { person { brandScope { name } } organization { brands(first: 1) { nodes { name } } } }
}`;

/** The name of a brand that is this person's to answer for. */
async function brandOf(request: APIRequestContext, person: DemoPerson): Promise<string> {
  const { viewer } = await (await apiOf(request, person))(BRANDS);
  return (viewer.person.brandScope[0] ?? viewer.organization.brands.nodes[0]).name;
}

test('a lead goes from draft to an answered delivery, each step by who may take it', async ({
  portal,
  request,
  signInAs,
}) => {
  const author = personWith(portal, 'MI', 'MEMBER_BRAND');
  const officer = personWith(portal, 'SO');
  const recipient = portal.people.find(
    ({ roles, kind, organization }) =>
      roles.includes('MI') && kind === 'MEMBER_BRAND' && organization !== author.organization,
  );
  if (!recipient) throw new Error('the demo has only one brand with an investigator');
  const brand = await brandOf(request, recipient);
  const title = `Copied watch cases ${crypto.randomUUID().slice(0, 8)}`;

  const mine = await signInAs(author);
  await mine.goto('/leads/new');
  await mine.getByLabel('Title').fill(title);
  await mine.getByLabel('Summary').fill('Three shops, one telephone number. 三家店铺使用同一电话。');
  await mine.getByRole('combobox', { name: 'Infringement' }).click();
  await mine.getByRole('option', { name: 'Counterfeit' }).click();
  await mine.keyboard.press('Escape');
  await mine.getByLabel('Address of the listing').fill('https://www.ebay.com/itm/396000000001?hash=item5c');
  await mine.getByLabel('What is offered').fill('Watch case, steel');
  await mine.getByRole('combobox', { name: 'Brand' }).fill(brand);
  await mine.getByRole('option', { name: brand, exact: true }).click();
  await mine.getByRole('button', { name: 'Create draft' }).click();
  await expect(mine.getByRole('heading', { name: title })).toBeVisible();
  const address = new URL(mine.url()).pathname;

  await mine.getByRole('button', { name: 'Submit' }).click();
  await expect(mine.getByText('Submitted to the desk.')).toBeVisible();

  const desk = await signInAs(officer);
  await desk.goto('/inbox?view=triage');
  await expect(desk.getByRole('table', { name: 'To triage' })).toBeVisible();
  await desk.goto(`${address}?do=TRIAGE`);
  await desk.getByRole('dialog').getByRole('button', { name: 'Triage' }).click();
  await expect(desk.getByText('Triaged.', { exact: true })).toBeVisible();

  const theirs = await signInAs(recipient);
  await theirs.goto(address);
  await expect(theirs.getByText('This page does not exist, or it is not shared with you.')).toBeVisible();

  await mine.reload();
  await mine.getByRole('button', { name: 'Share' }).click();
  const dialog = mine.getByRole('dialog');
  await expect(dialog.getByText('Choose somebody to see who this reaches.')).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Organisations' }).fill(recipient.organization);
  await mine.getByRole('option', { name: recipient.organization }).click();
  const audience = dialog.getByRole('region', { name: 'Who will see this' });
  await expect(audience.getByRole('row', { name: new RegExp(recipient.organization) })).toBeVisible();
  await dialog.getByRole('button', { name: /^Share with \d+ (person|people)$/ }).click();
  await expect(mine.getByText('Shared.', { exact: true })).toBeVisible();

  await theirs.goto(address);
  await expect(theirs.getByRole('heading', { name: title })).toBeVisible();
  await theirs.getByRole('button', { name: 'Answer', exact: true }).click();
  await theirs.getByRole('radio', { name: 'Not my brand' }).click();
  await theirs.getByLabel('Why?').fill('We make no watches.');
  await theirs.getByRole('button', { name: 'Send answer' }).click();
  await expect(theirs.getByText('Answer sent.')).toBeVisible();

  // No reload: the owner's open page learns it by subscription, without the name that was not given.
  await expect(mine.getByText('1 × Not my brand')).toBeVisible();
});
