import { expectAccessible, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { triagedLead } from './api';
import { expect, personWith, test } from './fixture';

test.describe('story 9: the owner raises a lead to RED', () => {
  test('who saw it stays on the owner’s list, and sees it no longer', async ({ portal, request, signInAs }) => {
    const owner = personWith(portal, 'MA', 'MEMBER_BRAND');
    const reader = portal.people.find(
      ({ roles, kind, organization }) =>
        roles.includes('MI') && kind === 'MEMBER_BRAND' && organization !== owner.organization,
    );
    if (!reader) throw new Error('the demo has only one brand with an investigator');
    const reference = await triagedLead(request, owner, personWith(portal, 'SO'));
    const address = `/leads/${reference}`;

    const mine = await signInAs(owner);
    await mine.goto(address);
    const seen = mine.getByRole('region', { name: 'Who has seen it' });
    const theirRow = seen.getByRole('listitem').filter({ hasText: reader.organization });
    await expect(seen.getByRole('listitem').filter({ hasText: owner.organization })).toContainText(owner.name);
    await expect(theirRow).toHaveCount(0);
    await mine.getByRole('button', { name: 'Share', exact: true }).click();
    const share = mine.getByRole('dialog');
    await share.getByRole('combobox', { name: 'Organisations' }).fill(reader.organization);
    await mine.getByRole('option', { name: reader.organization }).click();
    await share.getByRole('button', { name: /^Share with \d+ (person|people)$/ }).click();
    await expect(mine.getByText('Shared.', { exact: true })).toBeVisible();

    const theirs = await signInAs(reader);
    await theirs.goto(`/leads?search=${reference}`);
    await theirs.getByRole('table', { name: 'Leads' }).getByRole('link').click();
    await expect(theirs.getByRole('heading', { name: 'Activity' })).toBeVisible();
    await settled(theirs);
    // Who does not keep it learns nothing of its other readers.
    await expect(theirs.getByRole('region', { name: 'Who has seen it' })).toHaveCount(0);

    await mine.reload();
    await expect(theirRow).toHaveCount(1);
    // Their organisation, not who of it.
    await expect(theirRow).toContainText('one person');
    await expect(theirRow).not.toContainText(reader.name);
    await expect(seen.getByText('No longer sees it')).toHaveCount(0);

    await mine.getByRole('button', { name: 'More actions' }).click();
    await mine.getByRole('menuitem', { name: 'Change TLP' }).click();
    const change = mine.getByRole('dialog');
    await change.getByRole('radio', { name: 'TLP:RED' }).check();
    await change.getByLabel('Reason').fill('A raid is planned. 正在筹划突击检查。');
    await change.getByRole('button', { name: 'Change TLP' }).click();
    await expect(mine.getByText('TLP label changed.')).toBeVisible();

    // Nothing is done on their open page.
    await expect(theirs.getByText('This page does not exist, or it is not shared with you.')).toBeVisible();
    await expect(theirs.getByText(reference, { exact: true })).toHaveCount(0);
    await theirs.goto(`/leads?search=${reference}`);
    await expect(theirs.getByText('No lead matches')).toBeVisible();

    // Without a reload: the answer to the change says who is left.
    await expect(theirRow).toContainText('No longer sees it');
    await expect(theirRow).toContainText('TLP:AMBER');
    await mine.reload();
    await expect(theirRow).toContainText('No longer sees it');
    await settled(mine);
    await expectAccessible(mine, 'who has seen a lead');
    await mine.setViewportSize(PHONE);
    await expectNoSidewaysScroll(mine, 'who has seen a lead');
    await expectAccessible(mine, 'who has seen a lead, on a phone');
  });
});
