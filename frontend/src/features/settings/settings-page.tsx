import { Button, Checkbox, Group, Select, Stack, useMantineColorScheme } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { DigestFrequency, Language, type ViewerFragment } from '@/gql/graphql';
import { useViewer } from '@/lib/viewer';
import { useCommandForm } from '@/ui/command-form';
import { FailureNote } from '@/ui/failure-note';
import { notify } from '@/ui/notify';
import { PageHeader } from '@/ui/page-header';
import { Section } from '@/ui/section';

const UpdateSettings = graphql(`
  mutation UpdateSettings($input: UpdateSettingsInput!) {
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

const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}));

export function SettingsPage() {
  const { t } = useTranslation(['settings', 'enums', 'common']);
  const { settings } = useViewer();
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const command = useCommandForm({
    document: UpdateSettings,
    initialValues: valuesOf(settings),
    variables: ({ digestHour, ...values }) => ({
      input: { ...values, digestHour: Number(digestHour), expectedVersion: settings.version },
    }),
    onDone: () => void notify(t('common:saved')),
  });
  const { form } = command;
  // The switch beside the navigation changes the language too; what else was typed here stays.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version is what was saved, here or there
  useEffect(() => {
    const saved = valuesOf(settings);
    form.setInitialValues(saved);
    form.setFieldValue('language', saved.language);
  }, [settings.version]);
  const off = form.values.digest === 'OFF';
  return (
    <>
      <PageHeader title={t('title')} />
      <form onSubmit={command.submit} noValidate>
        <Stack gap="lg" p={20} maw={480}>
          <FailureNote message={command.message} />
          <Stack gap="sm">
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
          </Stack>
          <Section title={t('digestTitle')}>
            <Stack gap="sm">
              <Select
                label={t('digest')}
                allowDeselect={false}
                data={Object.values(DigestFrequency).map((value) => ({ value, label: t(`enums:digest.${value}`) }))}
                {...form.getInputProps('digest')}
              />
              <Select
                label={t('digestHour')}
                allowDeselect={false}
                disabled={off}
                data={HOURS}
                {...form.getInputProps('digestHour')}
              />
              <Checkbox
                label={t('workingDaysOnly')}
                description={t('workingDaysOnlyHint')}
                disabled={off}
                {...form.getInputProps('workingDaysOnly', { type: 'checkbox' })}
              />
            </Stack>
          </Section>
          <Group>
            <Button type="submit" size="sm" loading={command.running} disabled={!form.isDirty()}>
              {t('common:save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </>
  );
}

function valuesOf(settings: ViewerFragment['settings']) {
  return {
    language: settings.language as Language,
    timeZone: settings.timeZone,
    digest: settings.digest as DigestFrequency,
    digestHour: String(settings.digestHour),
    workingDaysOnly: settings.workingDaysOnly,
  };
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
