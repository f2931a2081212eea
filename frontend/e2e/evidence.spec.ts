import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { triagedLead } from './api';
import { expect, type Portal, personWith, test } from './fixture';
import { picture } from './picture';

/** A brand with an administrator and an investigator. */
function brand({ people }: Portal) {
  const of = (role: string) => people.filter(({ roles, kind }) => kind === 'MEMBER_BRAND' && roles.includes(role));
  for (const admin of of('MA')) {
    const colleague = of('MI').find(({ organization }) => organization === admin.organization);
    if (colleague) return { admin, colleague };
  }
  throw new Error('the demo has no brand with an investigator');
}

async function addPicture(page: Page, reference: string, title: string) {
  await page.goto(`/leads/${reference}`);
  const section = page.getByRole('region', { name: 'Evidence' });
  await expect(section).toBeVisible();
  await section
    .locator('input[type=file]')
    .setInputFiles({ name: 'window.png', mimeType: 'image/png', buffer: picture() });
  const dialog = page.getByRole('dialog', { name: 'Add window.png' });
  await expect(dialog.getByText(/^Arrived\. SHA-256 [0-9a-f]{64}$/)).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Title' }).fill(title);
  await settled(page);
  await expectAccessible(page, 'add evidence');
  await dialog.getByRole('button', { name: 'Add evidence' }).click();
  await expect(section.getByRole('link', { name: title })).toBeVisible();
  await expect(section.locator('img')).toBeVisible();
}

test.describe('evidence of a lead', () => {
  test('is sent, looked at, handed over, held and destroyed by two', async ({ portal, request, signInAs }) => {
    test.setTimeout(240_000);
    const { admin, colleague } = brand(portal);
    const officer = personWith(portal, 'SO');
    const reference = await triagedLead(request, admin, officer);
    const title = `The window ${crypto.randomUUID().slice(0, 8)}`;
    const page = await signInAs(admin);
    await addPicture(page, reference, title);
    await settled(page);
    await expectAccessible(page, 'lead with evidence');

    await page.getByRole('link', { name: title }).click();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    const custody = page.getByRole('region', { name: 'Custody' });
    await expect(custody.getByRole('listitem')).toHaveCount(3);
    await settled(page);
    await expectAccessible(page, 'evidence');
    await page.setViewportSize(PHONE);
    await expectNoSidewaysScroll(page, 'evidence');
    await page.setViewportSize({ width: 1440, height: 900 });

    await page.getByRole('button', { name: 'View a copy' }).click();
    const copy = page.getByRole('dialog', { name: title });
    await expect(copy.getByRole('img', { name: `${title}, a marked copy` })).toBeVisible();
    await settled(page);
    await expectAccessible(page, 'a copy of evidence');
    await page.keyboard.press('Escape');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download' }).click();
    expect((await download).suggestedFilename()).toBe('window.png');

    await page.getByRole('button', { name: 'Hand over' }).click();
    const send = page.getByRole('dialog', { name: 'Hand over' });
    await send.getByRole('combobox', { name: 'To' }).fill(colleague.name);
    await page.getByRole('option', { name: new RegExp(colleague.name) }).click();
    await send.getByRole('button', { name: 'Hand over' }).click();
    await expect(page.getByText('On its way')).toBeVisible();
    await settled(page);
    await expectAccessible(page, 'evidence on its way');

    const theirs = await signInAs(colleague);
    await theirs.goto(new URL(page.url()).pathname);
    await theirs.getByRole('button', { name: 'Confirm receipt' }).click();
    await theirs.getByRole('dialog').getByRole('button', { name: 'Confirm receipt' }).click();
    await expect(theirs.getByText('It is in your hands')).toBeVisible();

    await page.reload();
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Place under legal hold' }).click();
    const hold = page.getByRole('dialog');
    await hold.getByRole('textbox', { name: 'Reason' }).fill('A court asks for it');
    await hold.getByRole('button', { name: 'Place under legal hold' }).click();
    const holds = page.getByRole('region', { name: 'Legal holds' });
    await expect(holds).toContainText('A court asks for it');
    await page.getByRole('button', { name: 'More actions' }).click();
    await expect(page.getByRole('menuitem', { name: 'Place under legal hold' })).toBeVisible();
    await expect(page.getByRole('menuitem', { name: 'Ask for destruction' })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await holds.getByRole('button', { name: 'Lift the hold' }).click();
    const lift = page.getByRole('dialog');
    await lift.getByRole('textbox', { name: 'Reason' }).fill('The case is closed');
    await lift.getByRole('button', { name: 'Lift the hold' }).click();
    await expect(holds).toContainText('The case is closed');

    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Ask for destruction' }).click();
    const ask = page.getByRole('dialog');
    await ask.getByRole('textbox', { name: 'Reason' }).fill('Kept longer than allowed');
    await ask.getByRole('button', { name: 'Ask for destruction' }).click();
    await expect(page.getByText('Destruction asked for')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Destroy', exact: true })).toHaveCount(0);

    const desk = await signInAs(officer);
    await desk.goto(new URL(page.url()).pathname);
    await desk.getByRole('button', { name: 'Destroy', exact: true }).click();
    const destroy = desk.getByRole('dialog', { name: 'Destroy' });
    await destroy.getByRole('checkbox').check();
    await destroy.getByRole('button', { name: 'Destroy' }).click();
    await expect(desk.getByText('Destroyed', { exact: true }).first()).toBeVisible();
    await expect(desk.getByRole('button', { name: 'Download' })).toHaveCount(0);
    await settled(desk);
    await expectAccessible(desk, 'destroyed evidence');
  });

  test('a file of another type is refused, and a thing needs none', async ({ portal, request, signInAs }) => {
    const { admin } = brand(portal);
    const reference = await triagedLead(request, admin, personWith(portal, 'SO'));
    const page = await signInAs(admin);
    await page.goto(`/leads/${reference}`);
    const section = page.getByRole('region', { name: 'Evidence' });
    const file = { name: 'tool.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ\x90\0\x03\0') };
    await section.locator('input[type=file]').setInputFiles(file);
    const refused = page.getByRole('dialog', { name: 'Add tool.exe' });
    await expect(refused.getByText('Files of this type are not accepted.')).toBeVisible();
    await expect(refused.getByRole('button', { name: 'Add evidence' })).toBeDisabled();
    await refused.getByRole('button', { name: 'Cancel' }).click();
    await section.getByRole('button', { name: 'Add a physical sample' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a physical sample' });
    const title = `A bag, bought ${crypto.randomUUID().slice(0, 8)}`;
    await dialog.getByRole('textbox', { name: 'Title' }).fill(title);
    await dialog.getByRole('textbox', { name: 'Seal' }).fill('S-12');
    await dialog.getByRole('combobox', { name: 'About the listing' }).click();
    await page.getByRole('option', { name: /^Hang tags, 500 pieces/ }).click();
    await expect(dialog.getByRole('combobox', { name: 'Derived from' })).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Add evidence' }).click();
    await page.getByRole('link', { name: title }).click();
    await expect(page.getByText('S-12').first()).toBeVisible();
    await expect(page.getByText('Hang tags, 500 pieces')).toBeVisible();

    await page.goto(`/leads/${reference}`);
    await section.getByRole('button', { name: 'Add a physical sample' }).click();
    const part = `Its lining ${crypto.randomUUID().slice(0, 8)}`;
    await dialog.getByRole('textbox', { name: 'Title' }).fill(part);
    await dialog.getByRole('combobox', { name: 'Derived from' }).click();
    await page.getByRole('option', { name: new RegExp(title) }).click();
    await dialog.getByRole('button', { name: 'Add evidence' }).click();
    await page.getByRole('link', { name: part }).click();
    await expect(page.getByRole('link', { name: title })).toBeVisible();

    await page.goto(`/search?q=${encodeURIComponent(title)}`);
    await settled(page);
    const hit = page.getByRole('list', { name: 'What was found' }).getByRole('listitem');
    await expect(hit).toContainText(reference);
    await hit.getByRole('link', { name: title }).click();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  });
});
