import type { Locator, Page } from '@playwright/test';
import { DESK, expectAccessible, expectKeyboard, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { apiOf } from './api';
import { type DemoPerson, expect, type Portal, personWith, test } from './fixture';
import { picture } from './picture';

const unique = () => crypto.randomUUID().slice(0, 8).toUpperCase();
const png = (name: string) => ({ name, mimeType: 'image/png', buffer: picture() });
const ARRIVED = /^Arrived\. SHA-256 [0-9a-f]{64}$/;
const MISSING = 'This page does not exist, or it is not shared with you.';

/** An administrator of another brand. */
function competitorOf({ people }: Portal, keeper: DemoPerson): DemoPerson {
  const isOther = ({ roles, kind, organization }: DemoPerson) =>
    kind === 'MEMBER_BRAND' && roles.includes('MA') && organization !== keeper.organization;
  const found = people.find(isOther);
  if (!found) throw new Error('the demo has one brand only');
  return found;
}

/** Drops a picture as from a folder. */
async function drop(page: Page, onto: Locator, name: string) {
  const files = await page.evaluateHandle(
    ({ bytes, called }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], called, { type: 'image/png' }));
      return transfer;
    },
    { bytes: [...picture()], called: name },
  );
  await onto.dispatchEvent('drop', { dataTransfer: files });
}

/** Writes a sheet by the form; its address. */
async function written(page: Page, name: string) {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Product sheets' }).click();
  await page.getByRole('button', { name: 'New product sheet' }).click();
  const dialog = page.getByRole('dialog', { name: 'New product sheet' });
  await dialog.getByRole('button', { name: 'Save as draft' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Name', exact: true })).toHaveAccessibleDescription(/Give the name/);
  await dialog.getByRole('combobox', { name: 'Brand' }).click();
  await page.getByRole('option').first().click();
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await dialog.getByRole('textbox', { name: 'Model number' }).fill(`M-${unique()}`);
  await dialog.getByRole('textbox', { name: 'GTIN' }).fill('6291041500213');
  await dialog.getByRole('textbox', { name: 'Amount' }).fill('1,799.00');
  await dialog.getByRole('textbox', { name: 'Packaging' }).fill('A grey box with an embossed lid.');
  await dialog.getByRole('textbox', { name: 'Routes' }).fill('Ningbo to Rotterdam by sea');
  await dialog.getByRole('textbox', { name: 'Smallest shipment' }).fill('12');
  await settled(page);
  await expectAccessible(page, 'a new product sheet');
  await dialog.getByRole('button', { name: 'Save as draft' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('Draft', { exact: true })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Adds a feature with a picture of each side. */
async function addFeature(page: Page, look: string) {
  await page.getByRole('button', { name: 'Add a feature' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a feature' });
  await dialog.getByRole('textbox', { name: 'Where to look' }).fill(look);
  await dialog.getByRole('textbox', { name: 'The genuine article has' }).fill('Nine stitches, the thread waxed.');
  await dialog.getByRole('textbox', { name: 'Fakes have' }).fill('Six stitches, the thread dry.');
  const genuine = 'input[aria-label="Add a picture of the genuine article"]';
  await dialog.locator(genuine).setInputFiles(png('genuine.png'));
  await dialog.locator('input[aria-label="Add a picture of a fake"]').setInputFiles(png('fake.png'));
  await expect(dialog.getByText(ARRIVED)).toHaveCount(2);
  await settled(page);
  await expectAccessible(page, 'a new feature');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  const section = page.getByRole('region', { name: 'What tells fakes apart' });
  await expect(section.getByAltText(`${look}, the genuine article`)).toBeVisible();
  await expect(section.getByAltText(`${look}, a fake`)).toBeVisible();
  return section;
}

/** Opens the sheet to an organisation by name. */
async function share(page: Page, organization: string) {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Organisation' }).fill(organization);
  await page.getByRole('option', { name: organization }).click();
  await expect(dialog.getByRole('status')).toContainText(organization);
  await settled(page);
  await expectAccessible(page, 'share a product sheet');
  await dialog.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  const grants = page.getByRole('region', { name: 'Shared with' });
  await expect(grants.getByText(organization, { exact: true })).toBeVisible();
  return grants;
}

test.describe('a product sheet', () => {
  test('is written, published and shared; the agency reads it, another brand does not', async ({
    portal,
    signInAs,
  }) => {
    test.setTimeout(240_000);
    const keeper = personWith(portal, 'MA', 'MEMBER_BRAND');
    const officer = personWith(portal, 'LE');
    const [mine, theirs] = [await signInAs(keeper), await signInAs(officer)];
    const name = `Tide ${unique()}`;
    const address = await written(mine, name);
    const section = await addFeature(mine, 'Seam on the inner side');
    await expect(section.getByText('TLP:AMBER+STRICT')).toBeVisible();
    await settled(mine);
    await expectKeyboard(mine, 'a product sheet');
    await expectAccessible(mine, 'a product sheet');
    await mine.setViewportSize(PHONE);
    await expectNoSidewaysScroll(mine, 'a product sheet');
    await expectAccessible(mine, 'a product sheet on a phone', ['light']);
    await mine.setViewportSize(DESK);

    // Both sides, as large as the screen allows.
    await section.getByRole('button', { name: /^Look at it large: .*, a fake$/ }).click();
    const large = mine.getByRole('dialog', { name: 'Seam on the inner side' });
    await expect(large.getByRole('img')).toHaveCount(2);
    await expectAccessible(mine, 'both sides, large');
    await mine.keyboard.press('Escape');
    await expect(large).toHaveCount(0);

    // A picture of the whole is dropped in.
    const pictures = mine.getByRole('region', { name: 'Reference pictures' });
    await drop(mine, pictures.getByText('or drop pictures here'), 'whole.png');
    const adding = mine.getByRole('dialog', { name: 'Add whole.png' });
    await expect(adding.getByText(ARRIVED)).toBeVisible();
    await adding.getByRole('textbox', { name: 'Caption' }).fill('From the front');
    await adding.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(pictures.getByAltText('Genuine: From the front')).toBeVisible();

    // Nobody else knows of a draft, shared or not.
    const grants = await share(mine, officer.organization);
    await expect(grants).toContainText('They read it while it is published.');
    await theirs.goto(address);
    await expect(theirs.getByText(MISSING)).toBeVisible();

    await mine.getByRole('button', { name: 'Publish', exact: true }).click();
    await mine.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
    await expect(mine.getByText('Published', { exact: true }).first()).toBeVisible();

    await theirs.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Product sheets' }).click();
    await theirs.getByRole('searchbox', { name: 'Name, model number or GTIN' }).fill(name);
    await theirs.getByRole('link', { name }).click();
    await expect(theirs.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(theirs.getByAltText(/a fake$/)).toBeVisible();
    await expect(theirs.getByText('Six stitches, the thread dry.')).toBeVisible();
    await expect(theirs.getByRole('button', { name: 'Change', exact: true })).toHaveCount(0);
    await expect(theirs.getByRole('region', { name: 'Shared with' })).toHaveCount(0);
    await theirs.setViewportSize(PHONE);
    await expectNoSidewaysScroll(theirs, 'a product sheet of somebody else');

    const other = await signInAs(competitorOf(portal, keeper));
    await other.goto(address);
    await expect(other.getByText(MISSING)).toBeVisible();
    await other.goto(`/products?search=${encodeURIComponent(name)}`);
    await expect(other.getByText('No product sheet matches')).toBeVisible();

    await grants.getByRole('button', { name: `Take back: ${officer.organization}` }).click();
    await mine.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
    await expect(grants.getByText(/^Taken back/)).toBeVisible();
    await theirs.goto(address);
    await expect(theirs.getByText(MISSING)).toBeVisible();
  });

  test('says what is RED for a purpose, and keeps how a feature stood', async ({ portal, signInAs }) => {
    test.setTimeout(180_000);
    const page = await signInAs(personWith(portal, 'MA', 'MEMBER_BRAND'));
    await written(page, `Tide ${unique()}`);
    await page.getByRole('button', { name: 'Add a feature' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a feature' });
    await dialog.getByRole('textbox', { name: 'Where to look' }).fill('Under ultraviolet light');
    await dialog.getByRole('textbox', { name: 'The genuine article has' }).fill('A ring of eleven dots.');
    await dialog.getByRole('textbox', { name: 'Fakes have' }).fill('No ring.');
    await dialog.getByRole('combobox', { name: 'How it is found out' }).click();
    await page.getByRole('option', { name: 'With a simple tool' }).click();
    await expect(dialog.getByText('Not plain to see, so it is for named people.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(dialog).toHaveCount(0);

    const section = page.getByRole('region', { name: 'What tells fakes apart' });
    await expect(section.getByText('TLP:RED', { exact: true })).toBeVisible();
    await expect(section.getByText('A ring of eleven dots.')).toHaveCount(0);
    await section.getByRole('button', { name: 'Change: Under ultraviolet light' }).click();
    const asking = page.getByRole('dialog', { name: 'Show: Under ultraviolet light' });
    await asking.getByRole('button', { name: 'Show' }).click();
    await expect(asking.getByRole('textbox', { name: 'Purpose' })).toHaveAccessibleDescription(
      /Say what you need it for/,
    );
    await asking.getByRole('textbox', { name: 'Purpose' }).fill('To correct it');
    await asking.getByRole('button', { name: 'Show' }).click();
    const changing = page.getByRole('dialog', { name: 'Change: Under ultraviolet light' });
    await expect(changing.getByRole('textbox', { name: 'Fakes have' })).toHaveValue('No ring.');
    await changing.getByRole('textbox', { name: 'Fakes have' }).fill('A ring of twelve dots.');
    await changing.getByRole('button', { name: 'Save' }).click();
    await expect(changing).toHaveCount(0);

    await section.getByRole('button', { name: 'Earlier versions: Under ultraviolet light' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Purpose' }).fill('To compare');
    await page.getByRole('dialog').getByRole('button', { name: 'Show' }).click();
    const earlier = page.getByRole('dialog', { name: 'Earlier versions: Under ultraviolet light' });
    await expect(earlier.getByText('No ring.')).toBeVisible();
    await expect(earlier.getByText('A ring of twelve dots.')).toBeVisible();
    await settled(page);
    await expectAccessible(page, 'earlier versions');
  });
});

test('whom to call at a right holder is said there, and read by enforcers', async ({ portal, request, signInAs }) => {
  const keeper = personWith(portal, 'MA', 'MEMBER_BRAND');
  const { viewer } = await (await apiOf(request, keeper))('{ viewer { organization { id } } }');
  const address = `/organizations/${viewer.organization.id}`;
  const page = await signInAs(keeper);
  await page.goto(address);
  const contacts = page.getByRole('region', { name: 'Whom to call' });
  await contacts.getByRole('button', { name: 'Add a contact' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a contact' });
  const name = `Border desk ${unique()}`;
  await dialog.getByRole('textbox', { name: 'Person or desk' }).fill(name);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog.getByText('Give a telephone number or an e-mail address.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Telephone' }).fill('+86 21 5550 0100');
  await settled(page);
  await expectAccessible(page, 'a contact');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(contacts.getByText(name)).toBeVisible();

  const officer = await signInAs(personWith(portal, 'LE'));
  await officer.goto(address);
  const theirs = officer.getByRole('region', { name: 'Whom to call' });
  await expect(theirs.getByText(name)).toBeVisible();
  await expect(theirs.getByRole('button')).toHaveCount(0);
  await settled(officer);
  await expectAccessible(officer, 'an organisation with whom to call');

  await contacts.getByRole('button', { name: `Remove: ${name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(contacts.getByText(name)).toHaveCount(0);
});
