import { expectAccessible, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { apiOf, triagedLead } from './api';
import { expect, type Portal, personWith, test } from './fixture';

/** Two people of one brand: who writes a lead, and whom it is given to. */
function colleagues({ people }: Portal) {
  const brands = people.filter(({ kind }) => kind === 'MEMBER_BRAND');
  for (const admin of brands.filter(({ roles }) => roles.includes('MA'))) {
    const other = brands.find(
      ({ roles, organization, email }) =>
        roles.includes('MA') && organization === admin.organization && email !== admin.email,
    );
    const reader = brands.find(
      ({ roles, organization }) => roles.includes('MI') && organization === admin.organization,
    );
    const colleague = other ?? reader;
    if (colleague) return { admin, colleague };
  }
  throw new Error('the demo has no brand with two people');
}

test('a colleague is put on a lead, named in a comment and told of both', async ({ portal, request, signInAs }) => {
  test.setTimeout(180_000);
  const { admin, colleague } = colleagues(portal);
  const reference = await triagedLead(request, admin, personWith(portal, 'SO'));
  const theirs = await signInAs(colleague);
  await theirs.goto('/notifications');
  const page = await signInAs(admin);
  await page.goto(`/leads/${reference}`);
  await expect(page.getByRole('button', { name: 'Watching' })).toHaveAttribute('aria-pressed', 'true');
  const onIt = page.getByRole('combobox', { name: 'On it' });
  await onIt.click();
  await page.getByRole('option', { name: colleague.name }).click();
  await expect(page.getByText('Put on it.')).toBeVisible();
  await expect(onIt).toHaveValue(colleague.name);

  const comment = page.getByRole('textbox', { name: 'Comment' });
  await comment.pressSequentially(`Could you look, @${colleague.name.split(' ')[0]}`);
  const option = page.getByRole('option', { name: colleague.name });
  await expect(option).toBeVisible();
  await expectAccessible(page, 'whom to mention');
  await option.click();
  await expect(comment).toHaveValue(new RegExp(`@${colleague.name}`));
  await page.getByRole('button', { name: 'Comment', exact: true }).click();
  await expect(page.getByText(`@${colleague.name},`)).toBeVisible();

  // Told without a reload, on the page and at the bell.
  const told = theirs.getByRole('link', { name: /mentioned you$/ }).first();
  await expect(told).toBeVisible({ timeout: 20_000 });
  await expect(theirs.getByRole('listitem').filter({ hasText: reference }).first()).toBeVisible();
  const bell = theirs.getByRole('button', { name: /^Notifications, \d+ not read$/ });
  await expect(bell).toBeVisible();
  await bell.click();
  const panel = theirs.getByRole('region', { name: 'Notifications' });
  await expect(panel.getByRole('link', { name: 'You were put on a lead' }).first()).toBeVisible();
  await settled(theirs);
  await expectAccessible(theirs, 'the panel of notifications');
  await panel
    .getByRole('link', { name: /mentioned you$/ })
    .first()
    .click();
  await expect(theirs).toHaveURL(new RegExp(reference));
  await expect(theirs.getByRole('button', { name: 'Watching' })).toBeVisible();
  await theirs.goto('/leads?assignee=ME');
  await expect(theirs.getByText(reference)).toBeVisible();
  await settled(theirs);
  await expectAccessible(theirs, 'leads one is on');
});

test('deadlines on the board, in the calendar and in another program', async ({ portal, request, signInAs }) => {
  test.setTimeout(120_000);
  const reader = personWith(portal, 'MI', 'MEMBER_BRAND');
  const page = await signInAs(reader);
  await page.goto('/board');
  await settled(page);
  const waiting = page.getByRole('region', { name: 'Waiting' });
  const card = waiting.getByRole('listitem').first();
  await card.getByRole('button', { name: /^Move/ }).click();
  await page.getByRole('menuitem', { name: /Taken up/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Take up' });
  await expect(dialog).toContainText('The deadline stays.');
  await expectAccessible(page, 'taking up from the board');
  await dialog.getByRole('button', { name: 'Take up' }).click();
  await expect(page.getByText('Taken up.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Taken up' }).getByRole('listitem').first()).toBeVisible();

  await page.goto('/calendar');
  await settled(page);
  await expect(page.getByRole('table', { name: 'Calendar' })).toBeVisible();
  await page.getByText('Week', { exact: true }).click();
  await expect(page).toHaveURL(/range=week/);
  await settled(page);
  await expectAccessible(page, 'a week of the calendar');
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, 'a week of the calendar');

  await page.goto('/settings/calendar');
  await page.getByRole('button', { name: 'Make a feed' }).click();
  const address = page.getByRole('textbox', { name: 'Address' });
  await expect(address).toHaveValue(/\/calendar\/[\w-]{43}\.ics$/);
  await expectAccessible(page, 'the address of a feed');
  const path = new URL(await address.inputValue()).pathname;
  const file = await request.get(path);
  expect(file.status()).toBe(200);
  expect(await file.text()).toContain('BEGIN:VCALENDAR');
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByRole('button', { name: 'Make a feed' })).toBeVisible();
  expect((await request.get(path)).status()).toBe(404);
});

test('the next shift takes over what the one before left', async ({ portal, request, signInAs }) => {
  test.setTimeout(120_000);
  const [night, day] = portal.people.filter(({ roles, totpSecret }) => roles.includes('SO') && !totpSecret);
  if (!night || !day) throw new Error('the demo has no two officers who sign in without an app');
  // What the demo left open is taken over first, so that there is one banner to look for.
  const api = await apiOf(request, day);
  const { handOvers } = await api('{ handOvers(filter: { open: true }) { nodes { id version allowedActions } } }');
  for (const { id, version, allowedActions } of handOvers.nodes) {
    if (!allowedActions.includes('ACKNOWLEDGE')) continue;
    await api(
      'mutation ($input: AcknowledgeHandOverInput!) { acknowledgeHandOver(input: $input) { userErrors { code } } }',
      { input: { id, expectedVersion: version } },
    );
  }
  const page = await signInAs(night);
  await page.goto('/hand-overs');
  await page.getByRole('button', { name: 'New hand-over' }).click();
  const dialog = page.getByRole('dialog', { name: 'New hand-over' });
  await dialog.getByRole('button', { name: 'Leave it' }).click();
  await expect(dialog.getByText('Write something first.')).toBeVisible();
  await dialog.getByRole('combobox', { name: 'To' }).fill('Europe/Berlin');
  await page.getByRole('option', { name: 'Europe/Berlin' }).click();
  const words = `Call the forwarder before noon. 请在中午前致电。 ${crypto.randomUUID().slice(0, 8)}`;
  await dialog.getByRole('textbox', { name: 'Note' }).fill(words);
  await dialog.getByRole('combobox', { name: 'Leads' }).click();
  await page.getByRole('option').first().click();
  await dialog.getByRole('textbox', { name: 'Note' }).focus();
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await settled(page);
  await expectAccessible(page, 'new hand-over');
  await dialog.getByRole('button', { name: 'Leave it' }).click();
  const mine = page.getByRole('article').filter({ hasText: words });
  await expect(mine).toBeVisible();
  await expect(mine.getByRole('button', { name: 'Take over' })).toHaveCount(0);

  const next = await signInAs(day);
  const banner = next.getByRole('status').filter({ hasText: night.name });
  await expect(banner).toBeVisible();
  await settled(next);
  await expectAccessible(next, 'the banner of an open hand-over');
  await banner.getByRole('link', { name: 'Read it' }).click();
  const theirs = next.getByRole('article').filter({ hasText: words });
  await theirs.getByRole('button', { name: 'Take over' }).click();
  await expect(next.getByText('Taken over.')).toBeVisible();
  await expect(banner).toHaveCount(0);
});
