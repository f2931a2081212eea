import { DESK, expectAccessible, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { action, campaign, cast, colleagueOf, confirmedLead, ME, pick, step, take, verified } from './action';
import { apiOf } from './api';
import { expect, test } from './fixture';

test('an action is proposed, and seen by its team alone', async ({ portal, request, signInAs }) => {
  const { officer, desk, author } = cast(portal);
  const reference = await confirmedLead(request, author);
  const page = await signInAs(author);
  await page.goto('/actions');
  await settled(page);
  await page.getByRole('button', { name: 'Propose an action' }).click();
  const dialog = page.getByRole('dialog', { name: 'Propose an action' });
  await dialog.getByRole('button', { name: 'Propose' }).click();
  await expect(dialog.getByText('Name a lead, or say that it is a case of your own.')).toBeVisible();
  const title = `Stalls ${crypto.randomUUID().slice(0, 8)}`;
  await dialog.getByRole('textbox', { name: 'Title' }).fill(title);
  await dialog.getByRole('combobox', { name: 'Lead agency' }).fill(officer.organization);
  await page.getByRole('option', { name: new RegExp(officer.organization.slice(0, 20)) }).click();
  await dialog.getByRole('combobox', { name: 'Lead of law enforcement' }).fill(officer.name);
  await page.getByRole('option', { name: new RegExp(officer.name) }).click();
  await dialog.getByRole('combobox', { name: 'Leads' }).fill(reference);
  await page.getByRole('option', { name: new RegExp(reference) }).click();
  await dialog.getByRole('textbox', { name: 'Title' }).focus();
  await settled(page);
  await expectAccessible(page, 'propose an action');
  await dialog.getByRole('button', { name: 'Propose' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByText('Embargo: the team alone')).toBeVisible();
  await settled(page);
  await expectAccessible(page, 'action');
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, 'action');
  await page.setViewportSize(DESK);

  const address = new URL(page.url()).pathname;
  const lead = await signInAs(officer);
  await lead.goto('/actions?mine=true');
  await expect(lead.getByRole('region', { name: 'Proposed' }).getByRole('link', { name: title })).toBeVisible();
  const stranger = await signInAs(desk);
  await stranger.goto(address);
  await expect(stranger.getByText('This page does not exist, or it is not shared with you.')).toBeVisible();
});

test('what came of it is told from the field, and nothing is lost with the network', async ({
  portal,
  request,
  signInAs,
}) => {
  const { officer, desk, admin } = cast(portal);
  const lead = (await (await apiOf(request, officer))(ME)).viewer.person.id;
  const { id, title } = await action(request, colleagueOf(portal, officer), desk, { leadId: lead });
  const page = await signInAs(officer);
  await page.goto(`/actions/${id}`);
  await take(page, 'Have it deconflicted');
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('button', { name: 'Plan', exact: true })).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 30_000 });
  await take(page, 'Plan');
  const theirs = await apiOf(request, admin);
  const version = async () =>
    (await (await apiOf(request, officer))(`query ($id: ID!) { offlineAction(id: $id) { version } }`, { id }))
      .offlineAction.version;
  await theirs(step('approveOfflineAction'), { id, version: await version() });
  await page.reload();
  for (const name of ['Approve', 'Schedule', 'Start', 'Executed']) await take(page, name);

  await page.setViewportSize(PHONE);
  await page.getByRole('button', { name: 'Record the outcome' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'What came of it' })).toBeVisible();
  await settled(page);
  await expectAccessible(page, 'field form');
  await expectNoSidewaysScroll(page, 'field form');
  await page.getByRole('radio', { name: 'Dealt with' }).check();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const confirmed = page.getByRole('list', { name: 'Confirmed' });
  await expect(confirmed).toContainText('Dealt with');

  await page.context().setOffline(true);
  await page.getByText('Suspect', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Wen Half-finished');
  await page.reload().catch(() => undefined);
  await page.context().setOffline(false);
  await page.goto(`/actions/${id}/outcome`);
  await page.getByText('Suspect', { exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Wen Half-finished');
  await page.context().setOffline(true);
  await pick(page, 'Stage', 'Captured');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const waiting = page.getByRole('list', { name: 'Not confirmed yet' });
  await expect(waiting).toContainText('Wen Half-finished · Captured');
  await page.getByText('Seizure', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Product' }).fill('Hang tags');
  await page.getByRole('textbox', { name: 'Quantity' }).fill('12,500');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(waiting.getByRole('listitem')).toHaveCount(2);
  await expectAccessible(page, 'entries that wait');
  await page.context().setOffline(false);
  await expect(waiting).toHaveCount(0, { timeout: 30_000 });
  await expect(confirmed).toContainText('W••• H••• · Captured');
  await expect(confirmed).toContainText('12,500 pieces · Hang tags');

  await page.setViewportSize(DESK);
  await page.getByRole('link', { name: 'Back to the action' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await page.getByRole('button', { name: 'More steps' }).click();
  await page.getByRole('menuitem', { name: 'Hand in the outcome' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Hand in the outcome' }).click();
  const second = await signInAs(desk);
  await second.goto(`/actions/${id}`);
  await take(second, 'Verify the outcome');
  await expect(second.getByText('Outcome verified')).toBeVisible();
  await settled(second);
  await expectAccessible(second, 'a verified outcome');
  await second.goto('/statistics');
  await expect(second.getByText('Suspects by stage')).toBeVisible();
  // Whoever may not see all actions' figures is told the alliance's by calendar year.
  await page.goto('/statistics');
  await expect(page.getByText('Suspects by stage')).toBeVisible();
  await pick(page, 'Period', 'Other period');
  // A day less.
  await page.getByRole('combobox', { name: 'Last day' }).press('ArrowDown');
  await expect(page.getByRole('alert')).toContainText('by calendar year');
  await page.getByRole('button', { name: 'Own', exact: true }).click();
  await expect(page.getByText('Suspects by stage')).toBeVisible();
});

test('two actions at one place clash, and the desk resolves that', async ({ portal, request, signInAs }) => {
  const { officer, desk } = cast(portal);
  const mill = `Mill lane ${crypto.randomUUID()}`;
  const one = await action(request, officer, desk, { address: mill });
  const other = await action(request, officer, desk, { address: mill });
  const ask = await apiOf(request, officer);
  for (const { id, version } of [one, other]) await ask(step('submitOfflineAction'), { id, version });
  const page = await signInAs(desk);
  await expect(async () => {
    await page.goto('/deconfliction');
    await expect(page.getByRole('list', { name: 'Clashes' }).getByText(one.title).first()).toBeVisible({
      timeout: 2000,
    });
  }).toPass({ timeout: 30_000 });
  await settled(page);
  await expectAccessible(page, 'deconfliction');
  await page.getByRole('button', { name: 'Resolve…' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Resolve' });
  await dialog.getByRole('radio', { name: 'Reschedule' }).check();
  await dialog.getByRole('button', { name: 'Resolve' }).click();
  await expect(dialog.getByText('Say which side moves.')).toBeVisible();
  await pick(page, 'Which side moves', new RegExp(one.title));
  await dialog.getByRole('textbox', { name: 'What was agreed' }).fill('The second one waits a week');
  await settled(page);
  await expectAccessible(page, 'resolve a clash');
  await dialog.getByRole('button', { name: 'Resolve' }).click();
  await expect(page.getByText('Resolved.', { exact: true })).toBeVisible();
});

test('suspects and goods are followed to their end, and brands bear what that costs', async ({
  portal,
  request,
  signInAs,
}) => {
  const { id, officer, desk } = await verified(request, portal);
  const page = await signInAs(officer);
  await page.goto(`/actions/${id}`);
  await page.getByRole('button', { name: 'Show the name: W••• H•••' }).click();
  const reveal = page.getByRole('dialog', { name: 'Show W••• H••• in clear' });
  await reveal.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(reveal.getByText('Choose for what.')).toBeVisible();
  await pick(page, 'For what', /Investigation/);
  await reveal.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.getByText('Wen Half-finished')).toBeVisible();
  await expectAccessible(page, 'a suspect in clear');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByText('Wen Half-finished')).toHaveCount(0);

  await page.getByRole('button', { name: 'Record a stage: W••• H•••' }).click();
  await pick(page, 'Stage', 'Arrested');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  const stages = page.getByRole('list', { name: 'Stages: W••• H•••' });
  await expect(stages.getByRole('listitem')).toHaveCount(2);
  await page.getByRole('button', { name: 'Report the destruction: 2 boxes · Hang tags' }).click();
  const report = page.getByRole('dialog', { name: 'Report the destruction' });
  await report.getByRole('textbox', { name: 'How' }).fill('Burnt');
  await report.getByRole('textbox', { name: 'Where' }).fill('Works 3');
  await report.getByRole('button', { name: 'Report', exact: true }).click();
  await expect(report.getByText('Give the number.')).toBeVisible();
  await report.getByRole('textbox', { name: 'Number of the certificate' }).fill('D-2026-17');
  await report.getByRole('textbox', { name: 'Issued by' }).fill('Works 3 Ltd');
  await settled(page);
  await expectAccessible(page, 'report a destruction');
  await report.getByRole('button', { name: 'Report', exact: true }).click();
  await expect(page.getByText('Destruction to be confirmed')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Confirm or refuse the destruction/ })).toHaveCount(0);

  const second = await signInAs(desk);
  await second.goto(`/actions/${id}`);
  await second.getByRole('button', { name: /^Verify the stage/ }).click();
  await second.getByRole('dialog').getByRole('button', { name: 'Verify the stage' }).click();
  await expect(second.getByRole('button', { name: /^Verify the stage/ })).toHaveCount(0);
  await second.getByRole('button', { name: /^Confirm or refuse the destruction/ }).click();
  const decide = second.getByRole('dialog', { name: 'Confirm or refuse the destruction' });
  await decide.getByRole('radio', { name: 'No, it was not so' }).check();
  await decide.getByRole('button', { name: 'Decide' }).click();
  await expect(decide.getByText('Say why it was not so.')).toBeVisible();
  await decide.getByRole('radio', { name: 'Yes, they were destroyed' }).check();
  await decide.getByRole('button', { name: 'Decide' }).click();
  await expect(second.getByText('Destruction confirmed')).toBeVisible();

  await second.getByRole('button', { name: 'Add a cost' }).click();
  const cost = second.getByRole('dialog', { name: 'Add a cost' });
  await cost.getByRole('textbox', { name: 'Amount' }).fill('100.01');
  await cost.getByRole('button', { name: 'Add', exact: true }).click();
  const costs = second.getByRole('list', { name: 'Costs' });
  await expect(costs).toContainText(/50\.01/);
  await expect(costs).toContainText(/50\.00/);

  await take(second, 'Start the follow-up');
  for (const name of [/Buckles/, /W••• H•••/]) {
    await second
      .getByRole('button', { name: /^No further follow-up/ })
      .and(second.getByRole('button', { name }))
      .click();
    const dialog = second.getByRole('dialog', { name: 'No further follow-up' });
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Handed to another authority');
    await dialog.getByRole('button', { name: 'No further follow-up' }).click();
    await expect(dialog).toHaveCount(0);
  }
  await settled(second);
  await expectAccessible(second, 'an action that was followed up');
  await second.setViewportSize(PHONE);
  await expectNoSidewaysScroll(second, 'an action that was followed up');
  await second.setViewportSize(DESK);
  // The crosses of notices and of the dialog are called the same.
  await second.getByRole('main').getByRole('button', { name: 'Close', exact: true }).click();
  await second.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(second.getByText('Closed', { exact: true }).first()).toBeVisible();
});

test('what is struck from an outcome stays in its history, with why it was corrected', async ({
  portal,
  request,
  signInAs,
}) => {
  const { id, officer, seconds, stands } = await verified(request, portal);
  await seconds(
    `mutation ($id: ID!, $version: Int!) {
      correctOutcome(input: { id: $id, expectedVersion: $version, reason: "Counted twice" }) { userErrors { code } }
    }`,
    { id, version: (await stands()).version },
  );
  const page = await signInAs(officer);
  await page.goto(`/actions/${id}`);
  await page.getByRole('button', { name: 'Strike: 2 boxes · Buckles' }).click();
  const dialog = page.getByRole('dialog', { name: 'Strike' });
  await expect(dialog.getByText('The reason of this correction: Counted twice')).toBeVisible();
  await dialog.getByRole('button', { name: 'Strike' }).click();
  await expect(dialog.getByText('Say why.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('The same box as before');
  await settled(page);
  await expectAccessible(page, 'strike an entry');
  await dialog.getByRole('button', { name: 'Strike' }).click();
  await expect(page.getByRole('button', { name: 'Strike: 2 boxes · Buckles' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Show the history' }).click();
  const history = page.getByRole('list', { name: 'History of the outcome' });
  await expect(history).toContainText('Buckles');
  await expect(history).toContainText(`struck by ${officer.name} in revision 2`);
  await expect(history).toContainText('The same box as before');
  await expect(history).toContainText('Counted twice');
  await settled(page);
  await expectAccessible(page, 'the history of an outcome');
});

test('a campaign groups actions, and the board shows them by it', async ({ portal, signInAs }) => {
  const { desk } = cast(portal);
  const page = await signInAs(desk);
  await page.goto('/campaigns');
  await settled(page);
  await expectAccessible(page, 'campaigns');
  const name = `Delta ${crypto.randomUUID().slice(0, 8)}`;
  await page.getByRole('button', { name: 'New campaign' }).click();
  const dialog = page.getByRole('dialog', { name: 'New campaign' });
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(dialog.getByText('Give the name.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await settled(page);
  await expectAccessible(page, 'campaign');
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, 'campaign');
  await page.setViewportSize(DESK);
  await page.getByRole('link', { name: 'On the board' }).click();
  await expect(page.getByRole('combobox', { name: 'Campaign' })).toHaveValue(new RegExp(name));
  await page.goBack();
  await page.getByRole('button', { name: 'Close the campaign…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close the campaign' }).click();
  await expect(page.getByRole('button', { name: 'Open the campaign again…' })).toBeVisible();
});

test('an action comes into a campaign, moves to another one and is taken out', async ({
  portal,
  request,
  signInAs,
}) => {
  const { officer, desk } = cast(portal);
  const [one, other] = [`Estuary ${crypto.randomUUID().slice(0, 8)}`, `Upriver ${crypto.randomUUID().slice(0, 8)}`];
  for (const name of [one, other]) await campaign(request, officer, name);
  const { id, title } = await action(request, officer, desk);
  const page = await signInAs(officer);
  await page.goto(`/actions/${id}`);
  const choose = async (name: string, now: string) => {
    await page.getByRole('main').getByRole('button', { name: 'Change the campaign…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change the campaign' });
    const field = dialog.getByRole('combobox', { name: 'Campaign' });
    await expect(field).toHaveValue(new RegExp(`^${now}`));
    await field.click();
    await page.getByRole('option', { name: new RegExp(name) }).click();
    await dialog.getByRole('button', { name: 'Save' }).focus();
    await expect(page.getByRole('listbox')).toHaveCount(0);
    await settled(page);
    await expectAccessible(page, 'change the campaign');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('link', { name })).toBeVisible();
  };
  await choose(one, '$');
  await choose(other, one);
  await page.getByRole('link', { name: other }).click();
  await expect(page.getByRole('heading', { level: 1, name: other })).toBeVisible();
  await page.getByRole('button', { name: `Change the campaign: ${title}` }).click();
  const dialog = page.getByRole('dialog', { name: 'Change the campaign' });
  await expect(dialog.getByRole('combobox', { name: 'Campaign' })).toHaveValue(new RegExp(other));
  // For the mouse alone: the keyboard empties the field.
  await dialog.getByRole('button', { name: 'Clear', exact: true, includeHidden: true }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('None of its actions is shared with you.')).toBeVisible();
});

test('the report of an action is had on paper once its outcome was handed in', async ({
  portal,
  request,
  signInAs,
}) => {
  const { officer, desk } = cast(portal);
  const early = await action(request, officer, desk);
  const page = await signInAs(officer);
  await page.goto(`/actions/${early.id}`);
  await settled(page);
  await expect(page.getByRole('button', { name: 'Report (PDF)' })).toHaveCount(0);
  const { id } = await verified(request, portal);
  await page.goto(`/actions/${id}`);
  const [paper] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Report (PDF)' }).click(),
  ]);
  expect(paper.suggestedFilename()).toMatch(/\.pdf$/);
  await page.setViewportSize(PHONE);
  await page.getByRole('button', { name: 'More steps' }).click();
  await expect(page.getByRole('menuitem', { name: 'Report (PDF)' })).toBeVisible();
});
