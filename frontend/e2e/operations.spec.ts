import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { settled } from './accessible';
import { expect, personWith, test } from './fixture';
import { withPortal } from './server';

const FORGOTTEN = `mutation ($email: String!) {
  requestPasswordReset(input: { email: $email }) { userErrors { code } }
}`;

test('an administrator of the secretariat sees how the service runs', async ({ portal, signInAs }) => {
  const page = await signInAs(personWith(portal, 'SA'));
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Operations' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Operations' })).toBeVisible();
  await settled(page);
  await expect(page.getByRole('status').filter({ hasText: 'Everything runs' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Database' })).toContainText('SQLite');
  await expect(page.getByRole('region', { name: 'Audit log' })).toContainText('Not yet sealed');

  // A turn that ends while one looks is told without a reload: the mail job runs every few seconds.
  const runs = page
    .getByRole('table', { name: 'Jobs' })
    .getByRole('row', { name: /^Mail / })
    .getByRole('cell')
    .nth(6);
  const before = Number(await runs.textContent());
  await expect.poll(async () => Number(await runs.textContent()), { timeout: 30_000 }).toBeGreaterThan(before);
  await expect(page.getByRole('table', { name: 'Processes' })).toContainText('Running');
});

test('who may not read it is not led to it', async ({ portal, signInAs }) => {
  const page = await signInAs(personWith(portal, 'MI', 'MEMBER_BRAND'));
  await expect(page.getByRole('link', { name: 'Operations' })).toHaveCount(0);
  await page.goto('/operations');
  await expect(page.getByText('This page does not exist, or it is not shared with you.')).toBeVisible();
});

test('a mail that was refused is seen, tried again and arrives', async ({ portal: suite, signInAs, request }) => {
  // Every server of the suite has the same people. This one is refused from the start, because a digest may be due.
  const { email, name } = personWith(suite, 'MI', 'MEMBER_BRAND');
  let refused = email;
  const arrived: string[] = [];
  const mailServer = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    // Asking who 127.0.0.1 is may take as long as a name server that does not answer.
    disableReverseLookup: true,
    onRcptTo: ({ address }, _session, done) =>
      done(address === refused ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : null),
    onData: (stream, { envelope }, done) => {
      arrived.push(...envelope.rcptTo.map(({ address }) => address));
      stream.resume().once('end', done);
    },
  });
  await new Promise<void>((resolve) => mailServer.listen(0, '127.0.0.1', resolve));
  const { port } = mailServer.server.address() as AddressInfo;
  const settings = { TOUCHSTONE_MAIL_URL: `smtp://127.0.0.1:${port}?tls=none` };
  await withPortal(async (portal) => {
    const page = await signInAs(personWith(portal, 'SA'), portal);
    await request.post(`${portal.url}/graphql`, { data: { query: FORGOTTEN, variables: { email } } });
    await page.goto('/operations');
    await expect(page.getByRole('status').filter({ hasText: 'Needs a look' })).toContainText('Mail', {
      timeout: 30_000,
    });

    // The digests of the hour may be due at the same time, and then they are the latest mails.
    await page.getByRole('region', { name: 'Mail', exact: true }).locator('a[href*="mails=FAILED"]').click();
    await expect(page).toHaveURL(/mails=FAILED/);
    const mail = page
      .getByRole('table', { name: 'Mails' })
      .getByRole('row', { name: `Link for a new password ${name}` });
    // A digest may have been refused before this mail was; the page reads the mails again by itself.
    await expect(mail).toContainText('Refused: RECIPIENT_REFUSED', { timeout: 30_000 });
    expect(arrived).not.toContain(email);
    refused = '';
    await mail.getByRole('button', { name: /^Try again/ }).click();
    await expect(page.getByText(`The mail to ${name} is tried again.`)).toBeVisible();
    await expect(mail).toHaveCount(0);
    await expect.poll(() => arrived, { timeout: 30_000 }).toContain(email);
  }, settings);
  await new Promise<void>((resolve) => mailServer.close(resolve));
});
