import type { APIRequestContext } from '@playwright/test';
import { expectAccessible, expectKeyboard, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { action, cast, colleagueOf, ME, step } from './action';
import { apiOf } from './api';
import { expect, type Portal, test } from './fixture';
import { GUEST_CODE, GUEST_LINK, inMail } from './mail';

const AGENCY = `query ($search: String!) { agencies(first: 20, filter: { search: $search }) { nodes { id organization { id } } } }`;
const PROPOSE_OFFICER = `mutation ($input: ProposeOfficerInput!) {
  proposeOfficer(input: $input) { officer { id version } userErrors { code message } }
}`;
const VERIFY_OFFICER = `mutation ($id: ID!, $version: Int!) {
  verifyOfficer(input: { id: $id, expectedVersion: $version }) { officer { version } userErrors { code message } }
}`;
const STANDS = `query ($id: ID!) { offlineAction(id: $id) { version allowedActions leadAgency { id name } } }`;

/** An officer without an account at the agency that leads the action, verified by two people of the secretariat: the address. */
async function newOfficer(request: APIRequestContext, portal: Portal, agency: { id: string; name: string }) {
  const [keeper, one, other] = portal.people.filter(
    ({ kind, roles, totpSecret }) => kind === 'SECRETARIAT' && /S[AO]/.test(roles.join()) && !totpSecret,
  );
  if (!keeper || !one || !other) throw new Error('the demo has no three people at the secretariat');
  const ask = await apiOf(request, keeper);
  const { nodes } = (await ask(AGENCY, { search: agency.name })).agencies;
  const found = nodes.find(({ organization }: { organization: { id: string } }) => organization.id === agency.id);
  const email = `officer-${crypto.randomUUID().slice(0, 8)}@field.example`;
  const input = {
    idempotencyKey: crypto.randomUUID(),
    agencyId: found.id,
    name: 'Quentin Zouch',
    rank: 'Inspector',
    email,
    languages: ['en'],
  };
  const { id, version } = (await ask(PROPOSE_OFFICER, { input })).proposeOfficer.officer;
  const seen = await (await apiOf(request, one))(VERIFY_OFFICER, { id, version });
  await (await apiOf(request, other))(VERIFY_OFFICER, { id, version: seen.verifyOfficer.officer.version });
  return email;
}

test('an officer without an account opens an action on a phone, says that he comes and that it was carried out', async ({
  portal,
  request,
  browser,
  signInAs,
}) => {
  const { officer, desk } = cast(portal);
  const asLead = await apiOf(request, officer);
  const asDesk = await apiOf(request, desk);
  const lead = (await asLead(ME)).viewer.person.id;
  const wishes = { leadId: lead, riskNotes: 'Two dogs at the gate.' };
  const { id, title } = await action(request, colleagueOf(portal, officer), desk, wishes);
  const stands = async () => (await asLead(STANDS, { id })).offlineAction;
  const go = async (name: string, ask = asLead) => ask(step(name), { id, version: (await stands()).version });
  await go('submitOfflineAction');
  await expect.poll(async () => (await stands()).allowedActions, { timeout: 30_000 }).toContain('PLAN');
  await go('planOfflineAction');
  await go('approveOfflineAction', asDesk);
  for (const name of ['approve', 'schedule']) await go(`${name}OfflineAction`);
  const email = await newOfficer(request, portal, (await stands()).leadAgency);

  const page = await signInAs(officer);
  await page.goto(`/actions/${id}`);
  await page.getByRole('button', { name: 'Invite an officer' }).click();
  const invite = page.getByRole('dialog', { name: 'Invite an officer' });
  await invite.getByRole('button', { name: 'Send the link' }).click();
  await expect(invite.getByText('Choose the officer.')).toBeVisible();
  await invite.getByRole('combobox', { name: 'Officer', exact: true }).click();
  await page
    .getByRole('option', { name: /Q••• Z•••/ })
    .first()
    .click();
  await invite.getByRole('combobox', { name: 'Role' }).click();
  await page.getByRole('option', { name: 'Lead of law enforcement' }).click();
  await settled(page);
  await expectAccessible(page, 'invite an officer');
  await invite.getByRole('button', { name: 'Send the link' }).click();
  const guests = page.getByRole('list', { name: 'Officers without an account' });
  await expect(guests).toContainText('Link open');
  await expect(guests).toContainText('has not come in yet');
  await settled(page);
  await expectAccessible(page, 'an action with a guest');

  const context = await browser.newContext({
    baseURL: portal.url,
    viewport: PHONE,
    locale: 'en-GB',
    timezoneId: 'America/Lima',
    reducedMotion: 'reduce',
    hasTouch: true,
  });
  const phone = await context.newPage();
  await phone.goto(await inMail(request, email, GUEST_LINK));
  await phone.getByRole('button', { name: 'Send me the code' }).click();
  await phone.getByRole('textbox', { name: 'Code from the mail' }).fill(await inMail(request, email, GUEST_CODE));
  await phone.getByRole('button', { name: 'Open the action' }).click();
  await expect(phone.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await settled(phone);
  await phone.getByRole('button', { name: 'English' }).click();
  await expect(phone.getByText('Times are those of Asia/Shanghai.')).toBeVisible();
  await expect(phone.getByText(/06:00.*12:00.*Asia\/Shanghai/)).toBeVisible();
  await expect(phone.getByText('Two dogs at the gate.')).toBeVisible();
  await expect(phone.getByRole('list', { name: 'Sites' })).toContainText('Mill lane');
  await expectNoSidewaysScroll(phone, 'a guest’s action');
  await expectAccessible(phone, 'a guest’s action');
  await expectKeyboard(phone, 'a guest’s action');

  await phone.getByRole('button', { name: 'I do not come' }).click();
  const decline = phone.getByRole('form', { name: 'I do not come' });
  await decline.getByRole('button', { name: 'I do not come' }).click();
  await expect(decline.getByText('Say why.')).toBeVisible();
  await expectAccessible(phone, 'a guest does not come');
  await decline.getByRole('textbox', { name: 'Why' }).fill('On another case');
  await decline.getByRole('button', { name: 'I do not come' }).click();
  await expect(phone.getByText(/^You do not come\./)).toBeVisible();
  await expect(phone.getByText('On another case')).toBeVisible();
  await phone.getByRole('button', { name: 'I come', exact: true }).click();
  await expect(phone.getByText(/^You come\./)).toBeVisible();

  await phone.getByRole('button', { name: 'It has begun' }).click();
  await phone.getByRole('button', { name: 'Yes, it has begun' }).click();
  await expect(phone.getByText('Reported: it has begun.')).toBeVisible();
  await expect(phone.getByText('In progress')).toBeVisible();
  await phone.getByRole('button', { name: 'It was carried out' }).click();
  await settled(phone);
  await expectAccessible(phone, 'a guest reports');
  await phone.getByRole('button', { name: 'Yes, it was carried out' }).click();
  await expect(phone.getByText('Executed')).toBeVisible();
  await phone.getByRole('button', { name: '简体中文' }).click();
  await expect(phone.getByRole('button', { name: '退出' })).toBeVisible();
  await expectNoSidewaysScroll(phone, 'a guest’s action in Chinese');
  await expectAccessible(phone, 'a guest’s action in Chinese');

  await page.reload();
  await expect(guests).toContainText('Comes');
  await page.getByRole('button', { name: /^Take the link back/ }).click();
  const revoke = page.getByRole('dialog', { name: 'Take the link back' });
  await revoke.getByRole('button', { name: 'Take the link back' }).click();
  await expect(revoke.getByText('Say why.')).toBeVisible();
  await revoke.getByRole('textbox', { name: 'Reason' }).fill('It is over');
  await settled(page);
  await expectAccessible(page, 'take a link back');
  await revoke.getByRole('button', { name: 'Take the link back' }).click();
  await expect(guests).toContainText('Link taken back');
  await phone.reload();
  await expect(phone.getByRole('button', { name: '发送验证码' })).toBeVisible();
  await phone.getByRole('button', { name: '发送验证码' }).click();
  await expect(phone.getByRole('heading', { name: '此链接已关闭' })).toBeVisible();
  await context.close();
});
