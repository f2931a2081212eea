import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixture';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export const PHONE = { width: 390, height: 844 };

/** No axe violation of WCAG 2.2 AA and its best practices, light and dark. */
export async function expectAccessible(page: Page, name: string) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(described).join(' | ')}`);
    expect(found, `${name}, ${colorScheme}`).toEqual([]);
  }
}

/** What is wrong where, with the colours and sizes that were measured. */
const described = ({ html, any }: { html: string; any: { message: string }[] }) =>
  `${html} ${any.map(({ message }) => message).join('; ')}`;

export async function expectNoSidewaysScroll(page: Page, name: string) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide, `${name} is wider than the phone`).toBeLessThanOrEqual(0);
}

/** Nothing on the page is still on its way. */
export const settled = (page: Page) => expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
