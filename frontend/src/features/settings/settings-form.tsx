import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { UpdateSettingsInput, ViewerFragment } from '@/gql/graphql';
import { useViewer } from '@/lib/viewer';
import { type CommandForm, useCommandForm } from '@/ui/command-form';
import { FailureNote } from '@/ui/failure-note';
import { notify } from '@/ui/notify';

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

export type Settings = ViewerFragment['settings'];

interface SettingsFormOptions<Values> {
  valuesOf: (settings: Settings) => Values;
  input: (values: Values) => Omit<UpdateSettingsInput, 'expectedVersion'>;
  /** Fields that can be changed elsewhere on the page too, and then follow. */
  following?: (keyof Values & string)[];
}

/** A part of the settings: it sends what it shows, with the version of all of them. */
export function useSettingsForm<Values extends Record<string, unknown>>(options: SettingsFormOptions<Values>) {
  const { t } = useTranslation();
  const { settings } = useViewer();
  const command = useCommandForm({
    document: UpdateSettings,
    initialValues: options.valuesOf(settings),
    variables: (values) => ({ input: { ...options.input(values), expectedVersion: settings.version } }),
    onDone: () => void notify(t('saved')),
  });
  const { form } = command;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version is what was saved, here or there
  useEffect(() => {
    const saved = options.valuesOf(settings);
    form.setInitialValues(saved);
    const followed = options.following?.map((field) => [field, saved[field]]) ?? [];
    form.setValues(Object.fromEntries(followed) as Partial<Values>);
  }, [settings.version]);
  return command;
}

interface SettingsFormProps<Values> {
  command: CommandForm<Values>;
  children: ReactNode;
}

export function SettingsForm<Values>({ command, children }: SettingsFormProps<Values>) {
  const { t } = useTranslation();
  return (
    <form onSubmit={command.submit} noValidate>
      <Stack gap="md" px="var(--ts-edge)" py={20} maw={480}>
        <FailureNote message={command.message} />
        {children}
        <Group>
          <Button type="submit" size="sm" loading={command.running} disabled={!command.form.isDirty()}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
