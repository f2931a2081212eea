import AxeBuilder from '@axe-core/playwright';
import type { JSHandle, Page } from '@playwright/test';
import { expect } from './fixture';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** What a theme can change: colours. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** No axe violation of WCAG 2.2 AA and its best practices, light and dark; of the second theme, what colours can break. */
export async function expectAccessible(
  page: Page,
  name: string,
  themes: readonly ('light' | 'dark')[] = ['light', 'dark'],
) {
  // From its top: scrolled to wherever the focus was, the bar that stays on a phone's screen may cover half of a button.
  await page.evaluate(() => window.scrollTo(0, 0));
  for (const [look, colorScheme] of themes.entries()) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    // All is of one origin: the other way opens and fills a page of its own for each analysis.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    const { violations } = await (look === 0 ? axe.withTags(RULES) : axe.withRules(COLOUR_RULES)).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(violation).join(' | ')}`);
    expect(found, `${name}, ${colorScheme}`).toEqual([]);
  }
}

/** What is wrong where, with the colours and sizes that were measured. */
const violation = ({ html, any }: { html: string; any: { message: string }[] }) =>
  `${html} ${any.map(({ message }) => message).join('; ')}`;

/** What is drawn to measure follows a new width of the window a frame later: so it is asked until it fits. */
export async function expectNoSidewaysScroll(page: Page, name: string) {
  const tooWide = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await expect.poll(tooWide, { message: `${name} is wider than the phone` }).toBeLessThanOrEqual(0);
}

/** The page has its heading, and nothing on it is still on its way. */
export async function settled(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveCount(0);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

const MOST_STOPS = 60;

/** Tab reaches one thing after the other, each with a name, in sight and marked; none holds the focus. */
export async function expectKeyboard(page: Page, name: string) {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  let before: JSHandle<HTMLElement> = await page.evaluateHandle(() => document.body);
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab');
    const now = await page.evaluateHandle(() => (document.activeElement ?? document.body) as HTMLElement);
    if (await now.evaluate((element) => element === document.body)) return;
    const { html, text, visible, marked } = await now.evaluate(described);
    expect(text, `${name}: ${html} has a name`).not.toBe('');
    expect(visible, `${name}: ${text} is in sight`).toBe(true);
    expect(marked, `${name}: ${text} shows that it has the focus`).toBe(true);
    const stayed = await now.evaluate((element, last) => element === last, before);
    expect(stayed, `${name}: ${text} keeps the focus`).toBe(false);
    before = now;
  }
}

/** Runs in the page: what somebody sees and hears of what has the focus. */
function described(element: HTMLElement) {
  const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
  const text = [element.ariaLabel, element.title, element.textContent, ...labels.map((label) => label.textContent)]
    .join(' ')
    .trim();
  const box = element.getBoundingClientRect();
  const visible = box.width > 0 && box.bottom > 0 && box.top < window.innerHeight;
  const outlined = (each: Element, pseudo?: string) => getComputedStyle(each, pseudo).outlineStyle !== 'none';
  const framed = element.matches('input, textarea') || outlined(element) || outlined(element, '::after');
  const html = element.outerHTML.slice(0, 120);
  return { html, text: text || (element.getAttribute('aria-labelledby') ?? ''), visible, marked: framed };
}
