import { DESK, expectAccessible, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { expect, type Portal, personWith, test } from './fixture';

/** Three people of the secretariat who may keep the directory. */
function secretariat({ people }: Portal) {
  const [keeper, one, other] = people.filter(
    ({ kind, roles, totpSecret }) => kind === 'SECRETARIAT' && /S[AO]/.test(roles.join()) && !totpSecret,
  );
  if (!keeper || !one || !other) throw new Error('the demo has no three people at the secretariat');
  return { keeper, one, other };
}

test.describe('the directory of law enforcement', () => {
  test('is narrowed by country, division, kind and language', async ({ portal, signInAs }) => {
    const page = await signInAs(personWith(portal, 'MI', 'MEMBER_BRAND'));
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Law enforcement' }).click();
    const agencies = page.getByRole('table', { name: 'Law enforcement' });
    await expect(agencies.getByRole('link').first()).toBeVisible();
    await settled(page);
    await expectAccessible(page, 'agencies');
    await expect(page.getByRole('button', { name: 'Enter an agency' })).toHaveCount(0);

    await page.getByRole('combobox', { name: 'Country' }).click();
    await page.getByRole('option', { name: 'China', exact: true }).click();
    await expect(page).toHaveURL(/country=CN/);
    await page.getByRole('textbox', { name: 'Division code' }).fill('330106');
    await expect(page).toHaveURL(/division=330106/);
    await expect(agencies).toContainText('Yunqi Public Security Bureau');
    await expect(agencies).not.toContainText('Wessenham');
    await page.getByRole('button', { name: 'Kind' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Court' }).click();
    await page.keyboard.press('Escape');
    await expect(page.getByText('No agency matches')).toBeVisible();
    await settled(page);
    await expectAccessible(page, 'no agency');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect(agencies.getByRole('link').first()).toBeVisible();
  });

  test('shows an officer by initials, and the name for a purpose', async ({ portal, signInAs }) => {
    const page = await signInAs(personWith(portal, 'MI', 'MEMBER_BRAND'));
    await page.goto('/agencies?search=Yunqi');
    await page.getByRole('table', { name: 'Law enforcement' }).getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 1, name: /Yunqi/ })).toBeVisible();
    await expect(page.getByText('Duty hours')).toBeVisible();
    const officers = page.getByRole('list', { name: 'Officers' });
    await expect(officers.getByText('Verified').first()).toBeVisible();
    await expect(officers.getByText('To be verified')).toHaveCount(0);
    await settled(page);
    await expectAccessible(page, 'agency');
    await page.setViewportSize(PHONE);
    await expectNoSidewaysScroll(page, 'agency');
    await page.setViewportSize(DESK);

    await officers
      .getByRole('button', { name: /^Show contact data/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog', { name: /^Contact data of/ });
    await dialog.getByRole('button', { name: 'Show' }).click();
    await expect(dialog.getByText('Say what for.')).toBeVisible();
    await dialog.getByRole('combobox', { name: 'Purpose' }).click();
    await page.getByRole('option', { name: 'Inquiry' }).click();
    await settled(page);
    await expectAccessible(page, 'reveal an officer');
    await dialog.getByRole('button', { name: 'Show' }).click();
    await expect(dialog).toContainText('Shown for: Inquiry');
    await expect(dialog.getByRole('link', { name: /@/ })).toBeVisible();
    await expectAccessible(page, 'an officer in clear');
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByRole('link', { name: /@/ })).toHaveCount(0);
  });

  test('takes in an officer by three people', async ({ portal, signInAs }) => {
    const { keeper, one, other } = secretariat(portal);
    const page = await signInAs(keeper);
    await page.goto('/agencies?search=Wessenham');
    await page.getByRole('table', { name: 'Law enforcement' }).getByRole('link').first().click();
    await page.getByRole('button', { name: 'Propose an officer' }).click();
    const dialog = page.getByRole('dialog', { name: 'Propose an officer' });
    await dialog.getByRole('button', { name: 'Propose' }).click();
    await expect(dialog.getByText('Give the name.')).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Quentin Zouch');
    const address = `q.${crypto.randomUUID().slice(0, 8)}@wessenham.example`;
    await dialog.getByRole('textbox', { name: 'E-mail address' }).fill(address);
    await dialog.getByRole('textbox', { name: 'Rank or office' }).fill('Inspector');
    await settled(page);
    await expectAccessible(page, 'propose an officer');
    await dialog.getByRole('button', { name: 'Propose' }).click();
    const officer = page.getByRole('list', { name: 'Officers' }).getByRole('listitem').filter({ hasText: 'Q••• Z•••' });
    await expect(officer).toContainText('To be verified');
    await expect(officer).toContainText('2 of two verifications are missing');
    await expect(officer.getByRole('button', { name: /^Verify/ })).toHaveCount(0);

    const address2 = new URL(page.url()).pathname;
    for (const [person, after] of [
      [one, '1 of two verifications is missing'],
      [other, 'attested until'],
    ] as const) {
      const theirs = await signInAs(person);
      await theirs.goto('/agencies');
      await expect(theirs.getByRole('list', { name: 'Officers to verify or attest' })).toContainText('Q••• Z•••');
      await settled(theirs);
      await expectAccessible(theirs, 'officers to verify');
      await theirs.goto(address2);
      const found = theirs
        .getByRole('list', { name: 'Officers' })
        .getByRole('listitem')
        .filter({ hasText: 'Q••• Z•••' });
      await found.getByRole('button', { name: /^Verify/ }).click();
      const verify = theirs.getByRole('dialog', { name: 'Verify Q••• Z•••' });
      await verify.getByRole('checkbox').check();
      await verify.getByRole('button', { name: 'Verify' }).click();
      await expect(found).toContainText(after);
    }

    await page.reload();
    await officer.getByRole('button', { name: /^Revoke/ }).click();
    const revoke = page.getByRole('dialog', { name: 'Revoke Q••• Z•••' });
    await revoke.getByRole('textbox', { name: 'Reason' }).fill('Posted elsewhere');
    await revoke.getByRole('button', { name: 'Revoke' }).click();
    await expect(officer).toContainText('Revoked');
    await expect(officer.getByRole('button', { name: /^(Verify|Attest|Change)/ })).toHaveCount(0);
  });

  test('is kept: duty hours and a contact point', async ({ portal, signInAs }) => {
    const page = await signInAs(secretariat(portal).keeper);
    await page.goto('/agencies?search=Wessenham');
    await page.getByRole('table', { name: 'Law enforcement' }).getByRole('link').first().click();
    await page.getByRole('button', { name: 'Change', exact: true }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Change the agency' });
    await dialog.getByRole('textbox', { name: 'To', exact: true }).first().fill('8:00');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByText('Write hours such as 08:30 and 17:30')).toBeVisible();
    await dialog.getByRole('textbox', { name: 'To', exact: true }).first().fill('16:45');
    await settled(page);
    await expectAccessible(page, 'change an agency');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText(/–16:45/).first()).toBeVisible();

    await page.getByRole('button', { name: 'Add a contact point' }).click();
    const add = page.getByRole('dialog', { name: 'Add a contact point' });
    await add.getByRole('textbox', { name: 'What it is called' }).fill('Front desk');
    await add.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(add.getByText('Give a telephone number or an e-mail address.')).toBeVisible();
    await add.getByRole('textbox', { name: 'Telephone' }).fill('+44 20 7946 0000');
    await settled(page);
    await expectAccessible(page, 'add a contact point');
    await add.getByRole('button', { name: 'Add', exact: true }).click();
    const desk = page
      .getByRole('list', { name: 'Contact points' })
      .getByRole('listitem')
      .filter({ hasText: 'Front desk' });
    await desk.getByRole('button', { name: /^Remove/ }).click();
    await page
      .getByRole('dialog', { name: 'Remove the contact point' })
      .getByRole('button', { name: 'Remove' })
      .click();
    await expect(desk).toHaveCount(0);
  });
});
