import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { expectAccessible, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { expect, type Portal, personWith, test } from './fixture';
import { withPortal } from './server';

const FORGOTTEN = `mutation ($email: String!) {
  requestPasswordReset(input: { email: $email }) { userErrors { code } }
}`;

/** An administrator of a brand, and somebody whom it manages. */
function managed({ people }: Portal) {
  const brands = people.filter(({ kind }) => kind === 'MEMBER_BRAND');
  for (const admin of brands.filter(({ roles }) => roles.includes('MA'))) {
    const person = brands.find(
      ({ roles, organization }) => roles.includes('MI') && organization === admin.organization,
    );
    if (person) return { admin, person };
  }
  throw new Error('the demo has no brand with an administrator and an investigator');
}

test('how one is told is chosen for each kind, never off for a retraction, and back to the usual', async ({
  portal,
  signInAs,
}) => {
  const page = await signInAs(managed(portal).person);
  await page.goto('/settings/notifications');
  const of = (what: string, how: string) => page.getByRole('radio', { name: `${what}: ${how}` });
  const commented = 'Somebody comments on a lead I watch';
  await expect(of(commented, 'Portal')).toBeChecked();
  await expect(of('A lead I saw is retracted', 'Off')).toBeDisabled();
  await of(commented, 'Mail').check();
  await settled(page);
  await page.reload();
  await expect(of(commented, 'Mail')).toBeChecked();
  await expect(page.getByText('Usually: Portal')).toBeVisible();
  // Mails at once keep to the quiet hours, so these are offered now.
  await expect(page.getByRole('checkbox', { name: 'Quiet hours' })).toBeVisible();

  // By the keyboard: the choice moves with the arrows, and the last one stays.
  await of(commented, 'Mail').focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(of(commented, 'Portal')).toBeChecked();
  await settled(page);
  await page.reload();
  await expect(of(commented, 'Portal')).toBeChecked();

  await of(commented, 'Off').check();
  await settled(page);
  await page.getByRole('button', { name: 'Back to the usual' }).click();
  await expect(page.getByText('Everything is told as usual.')).toBeVisible();
  await expect(of(commented, 'Portal')).toBeChecked();
  await expect(page.getByRole('button', { name: 'Back to the usual' })).toHaveCount(0);

  await page.setViewportSize(PHONE);
  await expect(page.getByRole('combobox', { name: commented })).toHaveValue('Portal');
  await expectNoSidewaysScroll(page, 'settings of notifications');
});

test('a lead is muted on its page and heard of again from the settings', async ({ portal, signInAs }) => {
  const page = await signInAs(managed(portal).person);
  await page.goto('/leads');
  await settled(page);
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/leads\/LD-/);
  await settled(page);
  const reference = page.url().split('/').at(-1) ?? '';
  await page.getByRole('button', { name: 'Mute this lead' }).click();
  await settled(page);
  await expectAccessible(page, 'for how long to mute a lead');
  await page.getByRole('menuitem', { name: 'For good' }).click();
  await expect(page.getByText(`${reference} is muted.`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Muted for good' })).toBeVisible();

  await page.goto('/settings/notifications');
  const muted = page.getByRole('table', { name: 'Muted leads' }).getByRole('row', { name: new RegExp(reference) });
  await expect(muted).toContainText('for good');
  await muted.getByRole('button', { name: `Hear of ${reference} again` }).click();
  await expect(page.getByText(`You hear of ${reference} again.`)).toBeVisible();
  await expect(muted).toHaveCount(0);
});

test('notifications are narrowed to what they are about', async ({ portal, signInAs }) => {
  const page = await signInAs(managed(portal).person);
  await page.goto('/notifications');
  await page.getByRole('button', { name: 'About' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Funds' }).click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/topics=funds/);
  await settled(page);
  await expect(page.getByRole('link', { name: /mentioned you$/ })).toHaveCount(0);
  await expectAccessible(page, 'notifications about funds');
});

test('mails that come back are suspended, the administrator is told, and they go again', async ({
  portal: suite,
  signInAs,
  request,
}) => {
  test.setTimeout(180_000);
  const { admin, person } = managed(suite);
  const mailServer = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onRcptTo: ({ address }, _session, done) =>
      done(address === person.email ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : null),
    onData: (stream, _session, done) => void stream.resume().once('end', done),
  });
  await new Promise<void>((resolve) => mailServer.listen(0, '127.0.0.1', resolve));
  const { port } = mailServer.server.address() as AddressInfo;
  const settings = { TOUCHSTONE_MAIL_URL: `smtp://127.0.0.1:${port}?tls=none` };
  await withPortal(async (portal) => {
    await request.post(`${portal.url}/graphql`, { data: { query: FORGOTTEN, variables: { email: person.email } } });
    const page = await signInAs(admin, portal);
    await page.goto('/notifications?topics=service');
    const told = page.getByRole('link', { name: 'Mails to somebody you manage are suspended' }).first();
    await expect(told).toBeVisible({ timeout: 30_000 });
    await told.click();
    await expect(page).toHaveURL(/noMail=true/);
    const row = page.getByRole('table', { name: 'People' }).getByRole('row', { name: new RegExp(person.name) });
    await expect(row).toContainText('Mails bounce');
    await settled(page);
    await expectAccessible(page, 'people without mails');

    const theirs = await signInAs(person, portal);
    const banner = theirs.getByRole('region', { name: 'Mails to you are suspended' });
    await expect(banner).toContainText(person.email);
    await expectAccessible(theirs, 'the banner of suspended mails');
    await theirs.setViewportSize(PHONE);
    await expectNoSidewaysScroll(theirs, 'the banner of suspended mails');

    const desk = await signInAs(personWith(portal, 'SA'), portal);
    await desk.goto('/operations');
    const tile = desk.getByRole('region', { name: 'Mail', exact: true });
    await expect(tile).toContainText(/[1-9]\d* bounced/);

    await row.getByRole('button', { name: `Actions for ${person.name}` }).click();
    await page.getByRole('menuitem', { name: 'Resume mails' }).click();
    const dialog = page.getByRole('dialog', { name: /Resume mails/ });
    await expect(dialog).toContainText('the address is wrong');
    await expectAccessible(page, 'resuming mails');
    await dialog.getByRole('button', { name: 'Resume mails' }).click();
    await expect(page.getByText(`Mails go to ${person.name} again.`)).toBeVisible();
    await expect(row).toHaveCount(0);
    await theirs.reload();
    await expect(theirs.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(banner).toHaveCount(0);
  }, settings);
  await new Promise<void>((resolve) => mailServer.close(resolve));
});
