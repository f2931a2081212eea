import { Select, useMantineColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Language } from '@/gql/graphql';
import { useViewer } from '@/lib/viewer';
import { type Settings, SettingsForm, useSettingsForm } from './settings-form';

const valuesOf = ({ language, timeZone }: Settings) => ({ language: language as Language, timeZone });

export function ProfileSettings() {
  const { t } = useTranslation(['settings', 'enums']);
  const { settings } = useViewer();
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  // The switch beside the navigation changes the language too.
  const command = useSettingsForm({ valuesOf, input: (values) => values, following: ['language'] });
  const { form } = command;
  return (
    <SettingsForm command={command}>
      <Select
        label={t('language')}
        description={t('languageHint')}
        allowDeselect={false}
        data={Object.values(Language).map((value) => ({ value, label: t(`enums:language.${value}`) }))}
        {...form.getInputProps('language')}
      />
      <Select
        label={t('timeZone')}
        description={t('timeZoneHint')}
        searchable
        allowDeselect={false}
        data={zones.includes(settings.timeZone) ? zones : [settings.timeZone, ...zones]}
        {...form.getInputProps('timeZone')}
      />
      <Appearance />
    </SettingsForm>
  );
}

/** Kept in this browser: one may like it dark on the phone only. */
function Appearance() {
  const { t } = useTranslation(['settings', 'shell']);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Select
      label={t('appearance')}
      allowDeselect={false}
      value={colorScheme}
      onChange={(value) => setColorScheme(value as typeof colorScheme)}
      data={(['auto', 'light', 'dark'] as const).map((value) => ({ value, label: t(`shell:${value}`) }))}
    />
  );
}
