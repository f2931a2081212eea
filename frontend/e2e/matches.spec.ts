import type { APIRequestContext, Page } from '@playwright/test';
import { DESK, expectAccessible, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { apiOf, triagedLead } from './api';
import { type DemoPerson, expect, type Portal, personWith, test } from './fixture';

const MISSING = 'This page does not exist, or it is not shared with you.';

const FIND = `query ($reference: String!) { leadByReference(reference: $reference) { id } }`;
const ADD = `mutation ($input: AddSubjectInput!) {
  addSubject(input: $input) { subject { id } userErrors { code message } }
}`;

/** A brand's administrator, and its first investigator, who is limited to none of its brands. */
interface Side {
  admin: DemoPerson;
  analyst: DemoPerson;
}

function twoSides({ people }: Portal): [Side, Side] {
  const sides = people
    .filter(({ kind, roles }) => kind === 'MEMBER_BRAND' && roles.includes('MA'))
    .flatMap((admin) => {
      const analyst = people.find(
        ({ organization, roles }) => organization === admin.organization && roles.includes('MI'),
      );
      return analyst ? [{ admin, analyst }] : [];
    });
  const [one, other] = sides;
  if (!one || !other) throw new Error('the demo has no two brands with investigators');
  return [one, other];
}

/** A graded lead that names somebody known by a WeChat account. */
async function knows(request: APIRequestContext, { admin }: Side, officer: DemoPerson, wechat: string) {
  const reference = await triagedLead(request, admin, officer);
  const api = await apiOf(request, admin);
  const { leadByReference } = await api(FIND, { reference });
  await api(ADD, {
    input: {
      idempotencyKey: crypto.randomUUID(),
      leadId: leadByReference.id,
      kind: 'SHOP_ACCOUNT',
      name: 'Harbour Boxes',
      identifiers: [{ kind: 'WECHAT', value: wechat }],
    },
  });
  return reference;
}

/** Opens the match by an account, once the worker has compared it; answers its id. */
async function openMatch(page: Page, wechat: string): Promise<string> {
  const row = page.getByRole('table', { name: 'Blind matches' }).getByRole('row', { name: wechat });
  await expect(async () => {
    await page.goto('/matches');
    await expect(row).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  await row.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Blind match: WeChat' })).toBeVisible();
  await settled(page);
  return new URL(page.url()).searchParams.get('match') ?? '';
}

async function answer(page: Page, action: string, title: string, told: string, done: string) {
  await page.getByRole('button', { name: action }).click();
  const dialog = page.getByRole('dialog', { name: title });
  await expect(dialog).toContainText(told);
  await settled(page);
  await expectAccessible(page, title);
  await dialog.getByRole('button', { name: action }).click();
  await expect(page.getByText(done)).toBeVisible();
}

const propose = (page: Page) =>
  answer(page, 'Propose contact', 'Propose contact', 'The other side learns nothing before that.', 'Proposed.');

test('two who know the same come into contact, once two people of each side want it', async ({
  portal,
  request,
  signInAs,
}) => {
  test.setTimeout(240_000);
  const [one, other] = twoSides(portal);
  const officer = personWith(portal, 'SO');
  const wechat = `boxes_${crypto.randomUUID().slice(0, 8)}`;
  await knows(request, one, officer, wechat);
  await knows(request, other, officer, wechat);

  const analyst = await signInAs(one.analyst);
  const ours = await openMatch(analyst, wechat);
  const main = analyst.getByRole('main');
  await expect(main.getByText('New', { exact: true })).toBeVisible();
  await expect(main.getByText('One of each')).toBeVisible();
  await expect(main.getByText(other.admin.organization)).toHaveCount(0);
  await expectAccessible(analyst, 'a blind match');
  await propose(analyst);
  await expect(analyst.getByText('Waits for your administrators')).toBeVisible();
  await expect(analyst.getByRole('button', { name: 'Agree to contact' })).toHaveCount(0);

  const admin = await signInAs(one.admin);
  await admin.goto(`/matches?match=${ours}`);
  await answer(
    admin,
    'Agree to contact',
    'Agree to contact',
    'The other side is told that somebody wants contact, not who.',
    'Agreed.',
  );
  await expect(admin.getByText('Waits for the other side')).toBeVisible();

  const stranger = await signInAs(other.analyst);
  const theirs = await openMatch(stranger, wechat);
  expect(theirs).not.toBe(ours);
  await expect(stranger.getByText('The other side wants contact', { exact: true })).toBeVisible();
  await expect(stranger.getByRole('main').getByText(one.admin.organization)).toHaveCount(0);
  await propose(stranger);
  await stranger.goto(`/matches?match=${ours}`);
  await expect(stranger.getByText(MISSING)).toBeVisible();

  const decides = await signInAs(other.admin);
  await decides.goto(`/matches?match=${theirs}`);
  await answer(
    decides,
    'Agree to contact',
    'Agree to contact',
    'The other side wants contact too.',
    'You are in contact.',
  );
  await expect(decides.getByRole('link', { name: one.admin.email })).toBeVisible();
  await admin.goto(`/matches?match=${ours}`);
  for (const { email } of [other.admin, other.analyst])
    await expect(admin.getByRole('link', { name: email })).toBeVisible();
  await expect(admin.getByRole('button', { name: /Not now|Take it back|contact/ })).toHaveCount(0);
  await settled(admin);
  await expectAccessible(admin, 'a contact');
  await admin.setViewportSize(PHONE);
  await expectNoSidewaysScroll(admin, 'a contact');
  await expectAccessible(admin, 'a contact on a phone');
  await admin.setViewportSize(DESK);
  await admin.getByRole('link', { name: 'Sharing group of the two' }).click();
  await expect(admin.getByRole('heading', { level: 1, name: /^Blind match of / })).toBeVisible();
});

test('who does not want it now tells nobody, a lead says what it has, and the desk sees numbers', async ({
  portal,
  request,
  signInAs,
}) => {
  test.setTimeout(240_000);
  const [one, other] = twoSides(portal);
  const officer = personWith(portal, 'SO');
  const wechat = `labels_${crypto.randomUUID().slice(0, 8)}`;
  const reference = await knows(request, one, officer, wechat);
  await knows(request, other, officer, wechat);

  const admin = await signInAs(other.admin);
  await openMatch(admin, wechat);
  await answer(admin, 'Not now', 'No contact now', `Nobody outside of ${other.admin.organization}`, 'Noted.');
  await expect(admin.getByText('Your side does not want contact now.')).toBeVisible();

  const page = await signInAs(one.admin);
  await page.goto(`/leads/${reference}`);
  const section = page.getByRole('region', { name: /^Blind matches/ });
  await section.getByRole('checkbox', { name: 'Compare also what is left out' }).click();
  await expect(page.getByText('It is compared too.')).toBeVisible();
  await section.getByRole('link', { name: 'Another organisation knows the same' }).click();
  const row = page.getByRole('table', { name: 'Blind matches' }).getByRole('row', { name: wechat });
  await expect(row).toContainText('New');
  await page.getByRole('button', { name: 'Of one lead' }).click();
  await expect(page).not.toHaveURL(/lead=/);
  await page.getByRole('button', { name: /^State/ }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Waits for the other side' }).click();
  await page.keyboard.press('Escape');
  await expect(row).toHaveCount(0);

  const desk = await signInAs(officer);
  await desk.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Blind matches' }).click();
  await expect(desk.getByText('one to four are not told')).toBeVisible();
  await settled(desk);
  await expect(desk.getByRole('table')).toHaveCount(0);
  await expectAccessible(desk, 'numbers of blind matches');
  const agent = await signInAs(personWith(portal, 'LE'));
  await expect(agent.getByRole('link', { name: 'Blind matches' })).toHaveCount(0);
  await agent.goto('/matches');
  await expect(agent.getByText(MISSING)).toBeVisible();
});
