/** Which language, and its texts: known before anything else of the portal is there (`start.ts`). */

export const LOCALES = ['en', 'zh-Hans'] as const;
export type Locale = (typeof LOCALES)[number];

const CHOICE = 'touchstone.locale';

export const texts = {
  first: { en: () => import('@/locales/en/first'), 'zh-Hans': () => import('@/locales/zh-Hans/first') },
  guest: { en: () => import('@/locales/en/guest'), 'zh-Hans': () => import('@/locales/zh-Hans/guest') },
  public: { en: () => import('@/locales/en/public'), 'zh-Hans': () => import('@/locales/zh-Hans/public') },
  rest: { en: () => import('@/locales/en/rest'), 'zh-Hans': () => import('@/locales/zh-Hans/rest') },
};

/** The one that was chosen in this browser, else the first that the browser asks for and we have. */
export function preferredLocale(): Locale {
  const chosen = localStorage.getItem(CHOICE);
  if (LOCALES.some((each) => each === chosen)) return chosen as Locale;
  return navigator.languages
    .find((tag) => /^(zh|en)\b/i.test(tag))
    ?.toLowerCase()
    .startsWith('zh')
    ? 'zh-Hans'
    : 'en';
}

export function keepLocale(locale: Locale) {
  localStorage.setItem(CHOICE, locale);
}
