import { useTranslation } from 'react-i18next';
import { currentLocale, LOCALE_NAMES, switchLocale } from '@/lib/i18n';
import { LOCALES, type Locale } from '@/lib/locale';
import classes from './language-switch.module.css';

interface LanguageSwitchProps {
  /** Also remembers the choice for the person's mails and other devices. */
  onSwitch?: (locale: Locale) => void;
}

export function LanguageSwitch({ onSwitch }: LanguageSwitchProps) {
  const { t } = useTranslation('shell');
  const current = currentLocale();
  return (
    <fieldset className={classes.root} aria-label={t('language')}>
      {LOCALES.map((locale) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          className={classes.choice}
          aria-pressed={locale === current}
          onClick={() => {
            void switchLocale(locale);
            onSwitch?.(locale);
          }}
        >
          {LOCALE_NAMES[locale]}
        </button>
      ))}
    </fieldset>
  );
}
