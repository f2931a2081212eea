import { ActionIcon } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { graphql } from '@/gql';
import type { ViewerFragment } from '@/gql/graphql';
import { languageOf } from '@/lib/i18n';
import { useLocalName } from '@/lib/local-name';
import { ColorSchemeSwitch } from '@/ui/color-scheme-switch';
import { LanguageSwitch } from '@/ui/language-switch';
import classes from './shell.module.css';
import { useSignOut } from './use-sign-out';

const ChooseLanguage = graphql(`
  mutation ChooseLanguage($input: UpdateSettingsInput!) {
    updateSettings(input: $input) {
      viewer {
        ...Viewer
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Who is signed in, and the switches one reaches for most. */
export function AccountBar({ viewer }: { viewer: ViewerFragment }) {
  const { t } = useTranslation('shell');
  const signOut = useSignOut();
  const localName = useLocalName();
  const [, choose] = useMutation(ChooseLanguage);
  const { person, organization, settings } = viewer;
  return (
    <div className={classes.account}>
      <div className={classes.switches}>
        <LanguageSwitch
          onSwitch={(locale) =>
            void choose({ input: { language: languageOf(locale), expectedVersion: settings.version } })
          }
        />
        <ColorSchemeSwitch />
      </div>
      <div className={classes.person}>
        <Link to="/settings" className={classes.name} aria-label={t('account', { name: person.name })}>
          <span>{person.name}</span>
          <span className={classes.organization}>{localName(organization)}</span>
        </Link>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('signOut')}
          title={t('signOut')}
          onClick={() => void signOut()}
        >
          <IconLogout size={16} />
        </ActionIcon>
      </div>
    </div>
  );
}
