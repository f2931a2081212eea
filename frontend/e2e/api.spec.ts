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
