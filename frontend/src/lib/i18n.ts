import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { Language } from '@/gql/graphql';

export const LOCALES = ['en', 'zh-Hans'] as const;
export type Locale = (typeof LOCALES)[number];

/** A language names itself, so that who cannot read the current one finds the own. */
export const LOCALE_NAMES: Record<Locale, string> = { en: 'English', 'zh-Hans': '简体中文' };

const BY_LANGUAGE: Record<Language, Locale> = { [Language.En]: 'en', [Language.ZhHans]: 'zh-Hans' };
const CHOICE = 'touchstone.locale';

const parts = {
  first: { en: () => import('@/locales/en/first'), 'zh-Hans': () => import('@/locales/zh-Hans/first') },
  rest: { en: () => import('@/locales/en/rest'), 'zh-Hans': () => import('@/locales/zh-Hans/rest') },
};
/** A text by which one knows that a part is there. */
const SIGNS = { first: 'common', rest: 'leads' };

export function localeOf(language: Language): Locale {
  return BY_LANGUAGE[language];
}

export function languageOf(locale: Locale): Language {
  return locale === 'en' ? Language.En : Language.ZhHans;
}

function preferredLocale(): Locale {
  const chosen = localStorage.getItem(CHOICE);
  if (LOCALES.some((each) => each === chosen)) return chosen as Locale;
  return navigator.languages
    .find((tag) => /^(zh|en)\b/i.test(tag))
    ?.toLowerCase()
    .startsWith('zh')
    ? 'zh-Hans'
    : 'en';
}

async function load(part: keyof typeof parts, locale: Locale) {
  if (i18next.hasResourceBundle(locale, SIGNS[part])) return;
  const { default: namespaces } = await parts[part][locale]();
  for (const [namespace, texts] of Object.entries(namespaces)) i18next.addResourceBundle(locale, namespace, texts);
}

let restWanted = false;

/** The texts of the pages beyond sign-in and inbox; a page that uses them waits for this. */
export async function restOfTexts() {
  restWanted = true;
  await load('rest', currentLocale());
}

/** A part of an early page that speaks of more. */
export async function withRestOfTexts<Module>(module: Promise<Module>): Promise<Module> {
  await restOfTexts();
  return module;
}

export async function startI18n(locale: Locale = preferredLocale()) {
  await i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    defaultNS: 'common',
    ns: ['common'],
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await switchLocale(locale);
}

export async function switchLocale(locale: Locale) {
  await Promise.all([load('first', locale), restWanted ? load('rest', locale) : null]);
  await i18next.changeLanguage(locale);
  localStorage.setItem(CHOICE, locale);
  document.documentElement.lang = locale;
}

export function currentLocale(): Locale {
  return i18next.language === 'zh-Hans' ? 'zh-Hans' : 'en';
}
