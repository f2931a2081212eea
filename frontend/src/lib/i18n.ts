import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { Language } from '@/gql/graphql';
import { keepLocale, type Locale, preferredLocale, texts } from './locale';

/** A language names itself, so that who cannot read the current one finds the own. */
export const LOCALE_NAMES: Record<Locale, string> = { en: 'English', 'zh-Hans': '简体中文' };

const BY_LANGUAGE: Record<Language, Locale> = { [Language.En]: 'en', [Language.ZhHans]: 'zh-Hans' };
/** A text by which one knows that a part is there. */
const SIGNS = { first: 'common', rest: 'leads' };

export function localeOf(language: Language): Locale {
  return BY_LANGUAGE[language];
}

export function languageOf(locale: Locale): Language {
  return locale === 'en' ? Language.En : Language.ZhHans;
}

async function load(part: keyof typeof texts, locale: Locale) {
  if (i18next.hasResourceBundle(locale, SIGNS[part])) return;
  const { default: namespaces } = await texts[part][locale]();
  for (const [namespace, resources] of Object.entries(namespaces))
    i18next.addResourceBundle(locale, namespace, resources);
}

/** Pages that do with the first part. */
const FIRST_PAGES = ['/', '/inbox', '/sign-in', '/invitation'];
export const isFirstPage = (path: string) => FIRST_PAGES.includes(path);

let restWanted = false;

/** From now on every language is loaded whole; before the start this loads both parts beside each other. */
export function wantRestOfTexts() {
  restWanted = true;
}

/** The texts of the pages beyond sign-in and inbox; a page that uses them waits for this. */
export async function restOfTexts() {
  wantRestOfTexts();
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
  keepLocale(locale);
  document.documentElement.lang = locale;
}

export function currentLocale(): Locale {
  return i18next.language === 'zh-Hans' ? 'zh-Hans' : 'en';
}
