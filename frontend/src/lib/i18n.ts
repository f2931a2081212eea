import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { Language } from '@/gql/graphql';
import { keepLocale, type Locale, preferredLocale, texts } from './locale';

/** A language names itself, so that who cannot read the current one finds the own. */
export const LOCALE_NAMES: Record<Locale, string> = { en: 'English', 'zh-Hans': '简体中文' };

const BY_LANGUAGE: Record<Language, Locale> = { [Language.En]: 'en', [Language.ZhHans]: 'zh-Hans' };
type Part = keyof typeof texts;
/** A text by which one knows that a part is there. */
const SIGNS: Record<Part, string> = { first: 'common', guest: 'guests', public: 'sessions', rest: 'leads' };

export function localeOf(language: Language): Locale {
  return BY_LANGUAGE[language];
}

export function languageOf(locale: Locale): Language {
  return locale === 'en' ? Language.En : Language.ZhHans;
}

async function load(part: Part, locale: Locale) {
  if (i18next.hasResourceBundle(locale, SIGNS[part])) return;
  const { default: namespaces } = await texts[part][locale]();
  for (const [namespace, resources] of Object.entries(namespaces))
    i18next.addResourceBundle(locale, namespace, resources);
}

/** Pages within the session that do with the first part. */
const FIRST_PAGES = ['/', '/inbox'];
export const isFirstPage = (path: string) => FIRST_PAGES.includes(path);

/** Loaded in whatever language is switched to. */
const wanted = new Set<Part>(['first']);

/** From now on this part is loaded too; before the start that happens beside everything else. */
export function wantTexts(part: Part) {
  wanted.add(part);
}

/** The texts of the pages that the first part does not know; whoever uses them waits for this. */
export async function loadTexts(part: Part) {
  wantTexts(part);
  await load(part, currentLocale());
}

/** A part of an early page that speaks of more. */
export async function withRestOfTexts<Module>(module: Promise<Module>): Promise<Module> {
  await loadTexts('rest');
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
  await Promise.all([...wanted].map((part) => load(part, locale)));
  await i18next.changeLanguage(locale);
  keepLocale(locale);
  document.documentElement.lang = locale;
}

export function currentLocale(): Locale {
  return i18next.language === 'zh-Hans' ? 'zh-Hans' : 'en';
}
