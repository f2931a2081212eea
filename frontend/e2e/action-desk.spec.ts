import { expectAccessible, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { action, cast } from './action';
import { expect, test } from './fixture';

test('an action stands in the calendar on its day, by the clock at its sites', async ({
  portal,
  request,
  signInAs,
}) => {
  const { officer, desk } = cast(portal);
  const { title } = await action(request, officer, desk);
  const day = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
  const page = await signInAs(desk);
  await page.goto(`/calendar?range=week&day=${day}`);
  const entry = page.getByRole('link', { name: new RegExp(`^Action: ${title}, Proposed,`) });
  await expect(entry).toContainText('06:00');
  await settled(page);
  await expectAccessible(page, 'actions in the calendar');
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, 'actions in the calendar');
  await entry.click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
});

test('the desk hands its actions over, and its place on their teams with them', async ({
  portal,
  request,
  signInAs,
}) => {
  const { officer, desk } = cast(portal);
  const next = portal.people.find(
    ({ kind, roles, totpSecret, email }) =>
      kind === 'SECRETARIAT' && roles.includes('SO') && !totpSecret && email !== desk.email,
  );
  if (!next) throw new Error('the demo has one person at the desk only');
  const { id, title } = await action(request, officer, desk);
  const page = await signInAs(desk);
  await page.goto('/hand-overs');
  await page.getByRole('button', { name: 'New hand-over' }).click();
  const dialog = page.getByRole('dialog', { name: 'New hand-over' });
  await dialog.getByRole('combobox', { name: 'To', exact: true }).fill('Lisbon');
  await page.getByRole('option', { name: 'Europe/Lisbon' }).click();
  await dialog.getByRole('textbox', { name: 'Note' }).fill('The mill: nothing is decided yet.');
  await dialog.getByRole('combobox', { name: 'Actions' }).fill(title);
  await page.getByRole('option', { name: new RegExp(title) }).click();
  await dialog.getByRole('combobox', { name: 'Who takes your place at the desk' }).fill(next.name);
  await page.getByRole('option', { name: new RegExp(next.name) }).click();
  await dialog.getByRole('textbox', { name: 'Note' }).focus();
  await settled(page);
  await expectAccessible(page, 'hand over the desk');
  await dialog.getByRole('button', { name: 'Leave it' }).click();
  await expect(dialog).toHaveCount(0);

  const theirs = await signInAs(next);
  await theirs.goto('/hand-overs?open=true');
  const card = theirs.getByRole('article').filter({ hasText: title });
  await expect(card).toBeVisible();
  await settled(theirs);
  await expectAccessible(theirs, 'a hand-over about an action');
  await theirs.goto(`/actions/${id}`);
  await expect(theirs.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(theirs.getByRole('list', { name: 'Team' })).toContainText(next.name);
});
