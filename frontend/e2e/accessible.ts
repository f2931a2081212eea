import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixture';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** No axe violation of WCAG 2.2 AA and its best practices, light and dark. */
export async function expectAccessible(
  page: Page,
  name: string,
  themes: readonly ('light' | 'dark')[] = ['light', 'dark'],
) {
  for (const colorScheme of themes) {
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

const MOST_STOPS = 60;

/** Tab reaches one thing after the other, each with a name, in sight and marked; none holds the focus. */
export async function expectKeyboard(page: Page, name: string) {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  let before = '';
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab');
    const { at, text, visible, marked } = await page.evaluate(focused);
    if (!at) return;
    expect(text, `${name}: ${at} has a name`).not.toBe('');
    expect(visible, `${name}: ${text} is in sight`).toBe(true);
    expect(marked, `${name}: ${text} shows that it has the focus`).toBe(true);
    expect(at, `${name}: ${text} lets the focus go`).not.toBe(before);
    before = at;
  }
}

/** Runs in the page: what has the focus, and whether one sees that. */
function focused() {
  const element = document.activeElement as HTMLElement | null;
  if (!element || element === document.body) return { at: '', text: '', visible: true, marked: true };
  const at = [...document.querySelectorAll('*')].indexOf(element).toString();
  const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
  const text = [element.ariaLabel, element.title, element.textContent, ...labels.map((label) => label.textContent)]
    .join(' ')
    .trim();
  const box = element.getBoundingClientRect();
  const visible = box.width > 0 && box.bottom > 0 && box.top < window.innerHeight;
  const outlined = (each: Element, pseudo?: string) => getComputedStyle(each, pseudo).outlineStyle !== 'none';
  const framed = element.matches('input, textarea') || outlined(element) || outlined(element, '::after');
  return { at, text: text || (element.getAttribute('aria-labelledby') ?? ''), visible, marked: framed };
}
