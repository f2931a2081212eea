import type { Page } from '@playwright/test';
import { DESK, expectAccessible, expectKeyboard, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { apiOf } from './api';
import { expect, type Portal, personWith, test } from './fixture';
import { readyLead, sentReferral } from './referral';

/** A brand's administrator who writes, the desk that approves, and an officer with an account who receives. */
function cast(portal: Portal) {
  return {
    author: personWith(portal, 'MA', 'MEMBER_BRAND'),
    desk: personWith(portal, 'SO', 'SECRETARIAT'),
    officer: personWith(portal, 'LE', 'LE_AGENCY'),
  };
}

async function pick(page: Page, field: string, option: string | RegExp) {
  await page.getByRole('combobox', { name: field, exact: true }).click();
  await page.getByRole('option', { name: option }).first().click();
}

/** How the directory shows an officer: by the first character of the Chinese name, where there is one. */
const masked = (name: string) => new RegExp(`^${/\p{Script=Han}/u.exec(name)?.[0] ?? name[0]}[^ ]*`);

test.describe('a referral', () => {
  test('is built, approved by another, sent, questioned, accepted and told about', async ({
    portal,
    request,
    signInAs,
  }) => {
    const { author, desk, officer } = cast(portal);
    const { reference, right } = await readyLead(request, author, desk);
    const page = await signInAs(author);
    await page.goto(`/leads/${reference}`);
    await page.getByRole('button', { name: 'Refer to law enforcement' }).click();
    const dialog = page.getByRole('dialog', { name: 'Refer to law enforcement' });
    await dialog.getByRole('button', { name: 'Begin' }).click();
    await expect(dialog.getByText('Choose the agency.')).toBeVisible();
    await dialog.getByRole('combobox', { name: 'Agency' }).fill(officer.organization);
    await page.getByRole('option', { name: new RegExp(officer.organization.slice(0, 20)) }).click();
    await settled(page);
    await expectAccessible(page, 'begin a referral');
    await dialog.getByRole('button', { name: 'Begin' }).click();

    await expect(page.getByRole('heading', { level: 1, name: 'Edit the package' })).toBeVisible();
    const rules = page.getByRole('list', { name: 'What the package needs' });
    await expect(rules.getByRole('img', { name: 'Missing' }).first()).toBeVisible();
    await settled(page);
    await expectAccessible(page, 'an empty package');
    await expectKeyboard(page, 'an empty package');
    await page.setViewportSize(PHONE);
    await expectNoSidewaysScroll(page, 'an empty package');
    await page.setViewportSize(DESK);
    await page.getByRole('textbox', { name: 'Facts' }).fill('Hang tags are printed behind the mill. 印制吊牌。');
    await pick(page, 'Officers', masked(officer.name));
    await pick(page, 'Rights', right);
    await page.getByRole('checkbox', { name: /^Hang tags, 500 pieces/ }).check();
    await page.getByRole('checkbox', { name: /^Behind the mill/ }).check();
    await page.getByRole('checkbox', { name: /^A tag, bought/ }).check();
    await page.getByRole('textbox', { name: 'Amount' }).fill('125,000');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Say what it rests on.')).toBeVisible();
    await pick(page, 'Basis', 'Genuine price');
    await page.getByRole('textbox', { name: 'Who says so' }).fill('Price list 2026');
    await page.getByRole('combobox', { name: 'Of which day' }).fill('1 Nov 2026');
    await page.keyboard.press('Tab');
    await pick(page, 'Why there is no appraisal', 'Nobody has a sample');
    await pick(page, 'Civil proceedings', 'None');
    await page.getByRole('textbox', { name: 'Safety notes' }).fill('Two dogs');

    // What was typed outlives a reload.
    await page.reload();
    await expect(page.getByRole('textbox', { name: 'Safety notes' })).toHaveValue('Two dogs');
    await pick(page, 'Officers', masked(officer.name));
    await pick(page, 'Rights', right);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
    await expect(page.getByText(/^100 of 100.* can be handed in$/)).toBeVisible();
    await page.getByRole('link', { name: 'Back to the referral' }).click();
    await page.getByRole('button', { name: 'Hand in' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Hand in' }).click();
    await expect(page.getByText('Waits for approval')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0);
    await settled(page);
    await expectAccessible(page, 'a referral that waits');

    const address = new URL(page.url()).pathname;
    const second = await signInAs(desk);
    await second.goto(address);
    await second.getByRole('button', { name: 'Approve' }).click();
    const approve = second.getByRole('dialog', { name: 'Approve' });
    await expect(approve).toContainText('frozen with its hash');
    await settled(second);
    await expectAccessible(second, 'approve a referral');
    await approve.getByRole('button', { name: 'Approve' }).click();
    await expect(second.getByText('Approved. It is being sent.')).toBeVisible();

    const theirs = await signInAs(officer);
    await theirs.setViewportSize(PHONE);
    await expect(async () => {
      await theirs.goto(address);
      await expect(theirs.getByRole('button', { name: 'Acknowledge receipt' })).toBeVisible({ timeout: 2000 });
    }).toPass({ timeout: 60_000 });
    await settled(theirs);
    await expectAccessible(theirs, 'a referral on an officer’s phone');
    await expectNoSidewaysScroll(theirs, 'a referral');
    await theirs.getByRole('button', { name: 'Acknowledge receipt' }).click();
    await theirs.getByRole('dialog').getByRole('button', { name: 'Acknowledge receipt' }).click();
    await theirs.getByRole('button', { name: 'Download' }).click();
    const open = theirs.getByRole('dialog', { name: 'Download' });
    await pick(theirs, 'Purpose', 'Work on the case');
    const [paper] = await Promise.all([
      theirs.waitForEvent('download'),
      open.getByRole('button', { name: 'Download' }).click(),
    ]);
    expect(paper.suggestedFilename()).toMatch(/\.pdf$/);
    await theirs.getByRole('button', { name: 'Ask for information' }).click();
    const question = theirs.getByRole('dialog', { name: 'Ask for information' });
    await question.getByRole('textbox', { name: 'What is to be known' }).fill('Since when?');
    await question.getByRole('button', { name: 'Ask' }).click();
    await expect(theirs.getByText('clock paused').first()).toBeVisible();

    await page.goto(address);
    await expect(page.getByRole('list', { name: 'History' })).toContainText('Since when?');
    await page.getByRole('button', { name: 'Answer' }).click();
    const answer = page.getByRole('dialog', { name: 'Answer' });
    await answer.getByRole('textbox', { name: 'Answer' }).fill('Since March.');
    await answer.getByRole('button', { name: 'Answer' }).click();
    await expect(page.getByText('Under review')).toBeVisible();

    await theirs.goto(address);
    await theirs.getByRole('button', { name: 'Accept' }).click();
    const accept = theirs.getByRole('dialog', { name: 'Accept' });
    await accept.getByRole('button', { name: 'Accept' }).click();
    await expect(accept.getByText('Give the file number.')).toBeVisible();
    await accept.getByRole('textbox', { name: 'File number' }).fill('2026-0117');
    await accept.getByRole('button', { name: 'Accept' }).click();
    await theirs.getByRole('button', { name: 'Give feedback' }).click();
    const feedback = theirs.getByRole('dialog', { name: 'Give feedback' });
    await feedback.getByRole('checkbox', { name: 'It was used' }).check();
    await pick(theirs, 'What came of it', 'An investigation');
    await settled(theirs);
    await expectAccessible(theirs, 'feedback');
    await feedback.getByRole('button', { name: 'Give feedback' }).click();
    await expect(theirs.getByRole('region', { name: 'Feedback' })).toContainText('used, not useful, An investigation');

    await page.goto(`/leads/${reference}`);
    const listed = page.getByRole('list', { name: 'Referrals' });
    await expect(listed).toContainText('Closed');
    await page.goto('/referrals?all=true');
    await expect(page.getByRole('table', { name: 'Referrals' })).toContainText('Closed');
    await settled(page);
    await expectAccessible(page, 'referrals');
  });

  test('is not handed in as long as something mandatory is missing', async ({ portal, request, signInAs }) => {
    const { author, desk, officer } = cast(portal);
    const { reference } = await readyLead(request, author, desk);
    const page = await signInAs(author);
    await page.goto(`/leads/${reference}`);
    await page.getByRole('button', { name: 'Refer to law enforcement' }).click();
    const dialog = page.getByRole('dialog', { name: 'Refer to law enforcement' });
    await dialog.getByRole('combobox', { name: 'Agency' }).fill(officer.organization);
    await page.getByRole('option', { name: new RegExp(officer.organization.slice(0, 20)) }).click();
    await dialog.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('link', { name: 'Back to the referral' }).click();
    await expect(page.getByText(/not complete yet$/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Edit the package' })).toBeVisible();
    const refused = page.getByRole('button', { name: 'Hand in' });
    if ((await refused.count()) > 0) {
      await refused.click();
      await page.getByRole('dialog').getByRole('button', { name: 'Hand in' }).click();
      await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
    }
  });
});

test('a lead tells what happens to the referrals that include it', async ({ portal, request, signInAs }) => {
  const author = personWith(portal, 'MA', 'MEMBER_BRAND');
  const { id } = await sentReferral(request, author, personWith(portal, 'SO', 'SECRETARIAT'), 'Lingnan');
  const { referral } = await (await apiOf(request, author))(
    'query ($id: ID!) { referral(id: $id) { reference content { leads { reference } } } }',
    { id },
  );
  const page = await signInAs(author);
  await page.goto(`/leads/${referral.content.leads[0].reference}`);
  const activity = page.getByRole('region', { name: 'Activity' });
  await expect(activity.getByRole('link', { name: referral.reference }).first()).toBeVisible();
  await expect(activity).toContainText(`froze and sent the package · Referral ${referral.reference}`);
  await settled(page);
  await expectAccessible(page, 'a lead with the steps of its referral');
});
