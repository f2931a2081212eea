import { expectAccessible, expectNoSidewaysScroll, PHONE, settled } from './accessible';
import { expect, personWith, test } from './fixture';

test('the portal names its documents instead of sending them', async ({ portal, signInAs }) => {
  const page = await signInAs(personWith(portal, 'MI', 'MEMBER_BRAND'));
  const bodies: Record<string, unknown>[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/graphql') && request.method() === 'POST') bodies.push(request.postDataJSON());
  });
  await page.goto('/inbox');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto('/leads');
  await expect(page.getByRole('table', { name: 'Leads' })).toBeVisible();
  expect(bodies.length).toBeGreaterThan(2);
  for (const body of bodies) {
    expect(body.documentId).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(body.query).toBeUndefined();
  }
});

test('GraphiQL asks as whoever is signed in to the portal, within our content security policy', async ({
  portal,
  signInAs,
}) => {
  const page = await signInAs(personWith(portal, 'MI', 'MEMBER_BRAND'));
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto('/graphiql');
  // The editor comes after the page around it, and until then there is nothing to execute.
  await expect(page.getByRole('region', { name: 'Query Editor' })).toContainText('viewer');
  await page.getByRole('button', { name: /Execute query/ }).click();
  await expect(page.locator('.result-window')).toContainText('"MI"');
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  const explorer = page.getByRole('region', { name: 'Documentation Explorer' });
  await explorer.getByRole('link', { name: 'Query', exact: true }).click();
  await expect(explorer.getByText('Everything that can be asked.')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('the schema of the running server is searched, followed and linked to', async ({ portal, signInAs }) => {
  const page = await signInAs(personWith(portal, 'MI', 'MEMBER_BRAND'));
  await page.goto('/partners/ingest');
  await page.getByRole('navigation', { name: 'Partners' }).getByRole('link', { name: 'API' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'API' })).toBeVisible();
  const content = page.getByRole('main');
  await content.getByRole('searchbox', { name: 'Search types and fields' }).fill('leadByReference');
  await content.getByRole('link', { name: 'Query.leadByReference' }).click();
  await expect(page).toHaveURL(/type=Query/);
  await expect(content.getByText('reference: String!')).toBeVisible();
  await content.getByRole('link', { name: 'Lead', exact: true }).first().click();
  await expect(content.getByRole('heading', { level: 2, name: 'Lead', exact: true })).toBeVisible();

  await page.goto('/partners/api?type=ExportFormat');
  await expect(content.getByRole('link', { name: 'STIX' })).toBeVisible();
  await settled(page);
  await expectAccessible(page, 'a type of the schema');
  await page.goto('/partners/api?type=NoSuchType');
  await expect(content.getByText('The schema has no NoSuchType.')).toBeVisible();
});

test('the console asks as whoever is signed in, tells what it cost, and keeps nothing', async ({
  portal,
  signInAs,
}) => {
  const page = await signInAs(personWith(portal, 'MI', 'MEMBER_BRAND'));
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: portal.url });
  await page.goto('/partners/api?trial=true');
  const limits = page.getByRole('complementary');
  await expect(limits).toContainText('of 600,000 points left');
  await expect(limits).toContainText('None from here yet');
  await page.getByRole('button', { name: 'A page of leads' }).click();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  const body = page.getByRole('textbox', { name: 'Body' });
  await expect(body).toHaveValue(/"totalCount"/);
  const answer = page.getByRole('region', { name: 'Answer' });
  await expect(answer).toContainText('"cost";q=600000;w=60');
  await expect(answer).toContainText(/\d+ points/);
  await expect(limits).not.toContainText('None from here yet');

  await page.getByRole('button', { name: 'Copy as curl' }).click();
  const line = await page.evaluate(() => navigator.clipboard.readText());
  expect(line).toContain(`curl -sS '${portal.url}/graphql'`);
  expect(line).toContain('authorization: Bearer $TOKEN');
  expect(line.length).toBeLessThan(1_000);

  const document = page.getByRole('textbox', { name: 'Document' });
  await document.fill('{ viewer { nothing } }');
  await expect(page.getByRole('list', { name: 'What does not fit the schema' })).toContainText('nothing');
  await document.press('Control+Enter');
  await expect(page.getByRole('list', { name: 'Errors' })).toBeVisible();
  await page.getByRole('button', { name: 'Who am I' }).click();
  await page.getByRole('button', { name: 'Bring back my text' }).click();
  await expect(document).toHaveValue('{ viewer { nothing } }');
  await page.getByRole('textbox', { name: 'Variables as JSON' }).fill('[1]');
  await expect(page.getByText('This is no JSON object.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeDisabled();

  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toContain('nothing');
  expect(kept).not.toContain('totalCount');
  // A request that the server refuses is told by the browser, too.
  expect(complaints.filter((each) => !/status of 4\d\d/.test(each))).toEqual([]);
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, 'console');
});

test('what changes something asks before it runs', async ({ portal, signInAs }) => {
  const person = personWith(portal, 'MI', 'MEMBER_BRAND');
  const page = await signInAs(person);
  let sent = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/graphql') && request.postData()?.includes('ingestListings')) sent += 1;
  });
  await page.goto('/partners/api?type=Mutation&field=ingestListings');
  await page.getByRole('button', { name: 'Try ingestListings in the console' }).click();
  await page.getByRole('button', { name: 'First lead in' }).click();
  const run = page.getByRole('button', { name: 'Run', exact: true });
  await run.click();
  const confirm = page.getByRole('dialog', { name: 'Change something for real?' });
  await expect(confirm).toContainText('ingestListings');
  await expectAccessible(page, 'before a mutation');
  await confirm.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(sent).toBe(0);
  await run.click();
  await confirm.getByRole('button', { name: 'Run it' }).click();
  // The example names no brand, so nothing would come of it; it is only tried anyway.
  await expect(page.getByRole('textbox', { name: 'Body' })).toHaveValue(/"ingestListings"/);
  expect(sent).toBe(1);
});

test('who has no programs to look after finds the page in the navigation', async ({ portal, signInAs }) => {
  const page = await signInAs(personWith(portal, 'AU'));
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'API' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'API' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: 'Where requests begin' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Partners' })).toHaveCount(0);
});
