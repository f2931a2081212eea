import { Checkbox, Group, Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MutedLeads } from '@/features/notifications/muted-leads';
import { NotificationPreferences } from '@/features/notifications/notification-preferences';
import { goesBy, usePreferences } from '@/features/notifications/preferences';
import { DigestFrequency, NotificationChannel, Weekday } from '@/gql/graphql';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { DigestFilterFields, filterInput, filterValues } from './digest-filter';
import { type Settings, SettingsForm, useSettingsForm } from './settings-form';

const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}));

/** What the hour stands for. Without a digest it is when mails begin after days off. */
const HOUR_LABELS = {
  IMMEDIATE: 'digestHourImmediate',
  DAILY: 'digestHour',
  WEEKLY: 'digestHour',
  OFF: 'digestHourOff',
} as const satisfies Record<DigestFrequency, string>;

/** What is offered to who has no quiet hours yet. */
const NIGHT = { from: 22, to: 7 };

const valuesOf = ({
  digest,
  digestHour,
  digestWeekday,
  workingDaysOnly,
  quietHours,
  expiryReminders,
  digestFilter,
}: Settings) => ({
  digest: digest as DigestFrequency,
  digestHour: String(digestHour),
  digestWeekday: digestWeekday as Weekday,
  workingDaysOnly,
  expiryReminders,
  digestFilter: filterValues(digestFilter),
  isQuiet: quietHours !== null,
  quietHours: { from: String((quietHours ?? NIGHT).from), to: String((quietHours ?? NIGHT).to) },
});

type Values = ReturnType<typeof valuesOf>;

const input = ({ digestHour, isQuiet, quietHours, digestFilter, ...values }: Values) => ({
  ...values,
  digestFilter: filterInput(digestFilter),
  digestHour: Number(digestHour),
  quietHours: isQuiet ? { from: Number(quietHours.from), to: Number(quietHours.to) } : null,
});

/** What comes by mail: the digest, and word of rights that end; below it what is told how, and of which leads nothing is. */
export function NotificationSettings() {
  return (
    <>
      <MailSettings />
      <Stack gap="xl" px="var(--ts-edge)" pb={24} maw={760}>
        <NotificationPreferences />
        <MutedLeads />
      </Stack>
    </>
  );
}

function MailSettings() {
  const { t } = useTranslation(['settings', 'enums']);
  const command = useSettingsForm<Values>({ valuesOf, input });
  const { form } = command;
  const { digest, isQuiet } = form.values;
  const [{ data }] = usePreferences();
  // What is told by a mail of its own keeps to the same hours.
  const atOnce = digest === 'IMMEDIATE' || goesBy(data?.notificationPreferences, NotificationChannel.Mail);
  const off = digest === 'OFF' && !atOnce;
  const keepsRights = may(useViewer(), 'IP_RIGHT_EDIT');
  return (
    <SettingsForm command={command}>
      <Select
        label={t('digest')}
        description={t(`digestHint.${digest}`)}
        allowDeselect={false}
        data={Object.values(DigestFrequency).map((value) => ({ value, label: t(`enums:digest.${value}`) }))}
        {...form.getInputProps('digest')}
      />
      {digest === 'WEEKLY' && (
        <Select
          label={t('digestWeekday')}
          allowDeselect={false}
          data={Object.values(Weekday).map((value) => ({ value, label: t(`enums:weekday.${value}`) }))}
          {...form.getInputProps('digestWeekday')}
        />
      )}
      <Select
        label={t(HOUR_LABELS[digest])}
        allowDeselect={false}
        disabled={off}
        data={HOURS}
        {...form.getInputProps('digestHour')}
      />
      <Checkbox
        label={t('workingDaysOnly')}
        description={t(digest === 'WEEKLY' ? 'workingDaysOnlyHintWeekly' : 'workingDaysOnlyHint')}
        disabled={off}
        {...form.getInputProps('workingDaysOnly', { type: 'checkbox' })}
      />
      {digest !== 'OFF' && <DigestFilterFields form={form} />}
      {atOnce && (
        <>
          <Checkbox
            label={t('quiet')}
            description={t('quietHint')}
            {...form.getInputProps('isQuiet', { type: 'checkbox' })}
          />
          <Group grow align="start">
            <Select
              label={t('quietFrom')}
              allowDeselect={false}
              disabled={!isQuiet}
              data={HOURS}
              {...form.getInputProps('quietHours.from')}
            />
            <Select
              label={t('quietTo')}
              allowDeselect={false}
              disabled={!isQuiet}
              data={HOURS}
              {...form.getInputProps('quietHours.to')}
            />
          </Group>
        </>
      )}
      {keepsRights && (
        <Checkbox
          label={t('expiryReminders')}
          description={t('expiryRemindersHint')}
          {...form.getInputProps('expiryReminders', { type: 'checkbox' })}
        />
      )}
    </SettingsForm>
  );
}
