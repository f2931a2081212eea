import { type BrowserContext, test as base, expect, type Page, type Response } from '@playwright/test';
import { type DemoPerson, type Portal, personWith, withPortal } from './server';

const SIGN_IN = `mutation ($email: String!, $password: String!) {
  signIn(input: { email: $email, password: $password }) { userErrors { code } }
}`;
/** By what the portal knows that there may be a session (`lib/browser-session.ts`). */
const SIGNED_IN = { name: 'touchstone.signed-in', value: '1' };

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
        storageState: { cookies: [], origins: [{ origin: at.url, localStorage: [SIGNED_IN] }] },
      });
      contexts.push(context);
      // Without the form, which sign-in.spec.ts walks through: the cookie is what the form would have brought.
      const answer = await context.request.post('/graphql', {
        data: { query: SIGN_IN, variables: { email, password } },
      });
      expect((await answer.json()).data?.signIn.userErrors, email).toEqual([]);
      const page = await context.newPage();
      const viewer = page.waitForResponse((response) => operationOf(response) === 'Viewer');
      await page.goto('/');
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
