import { type BrowserContext, test as base, expect, type Page, type Response } from '@playwright/test';
import { type DemoPerson, type Portal, personWith, withPortal } from './server';

/** Opens the portal as a person, in a context of its own; `at` names another server than the suite's. */
export type SignInAs = (person: DemoPerson, at?: Portal) => Promise<Page>;

export const test = base.extend<{ signInAs: SignInAs }, { portal: Portal }>({
  portal: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern
    async ({}, use) => withPortal(use),
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ portal }, use) => use(portal.url),
  signInAs: async ({ browser, portal }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async ({ email, password }, at = portal) => {
      const context = await browser.newContext({
        baseURL: at.url,
        viewport: { width: 1440, height: 900 },
        locale: 'en-GB',
        reducedMotion: 'reduce',
      });
      contexts.push(context);
      const page = await context.newPage();
      await page.goto('/sign-in');
      await page.getByLabel('E-mail address').fill(email);
      await page.getByLabel('Password', { exact: true }).fill(password);
      const viewer = page.waitForResponse((response) => operationOf(response) === 'Viewer');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      const { data } = await (await viewer).json();
      if (data.viewer.settings.language !== 'EN') await speakEnglish(page);
      await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

function operationOf(response: Response): string | undefined {
  return response.url().endsWith('/graphql') ? response.request().postDataJSON()?.operationName : undefined;
}

/** The portal follows each person's own language; the specs read English. */
async function speakEnglish(page: Page) {
  const navigation = page.getByRole('navigation', { name: '主导航' });
  const saved = page.waitForResponse((response) => operationOf(response) === 'ChooseLanguage');
  await navigation.getByRole('button', { name: 'English' }).click();
  await saved;
}

export { type DemoPerson, expect, type Portal, personWith };
