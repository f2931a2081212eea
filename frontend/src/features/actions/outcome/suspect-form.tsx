import { Button, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CustodyStage, SupplyRole } from '@/gql/graphql';
import { today } from '@/lib/day';
import DayInput from '@/ui/day-input';
import { type EntryFormProps, useSiteOptions } from './site-result-form';
import { useEntryForm } from './use-entry-form';

export function SuspectForm({ action, onEntry }: EntryFormProps) {
  const { t } = useTranslation(['actions', 'subjects']);
  const sites = useSiteOptions(action);
  const { form, submit } = useEntryForm({
    draft: `suspect-${action.id}`,
    initialValues: {
      name: '',
      aliases: '',
      detail: '',
      siteId: null as string | null,
      role: null as SupplyRole | null,
      stage: null as CustodyStage | null,
      on: today(),
    },
    validate: ({ name, stage, on }) => ({
      ...(name.trim() ? {} : { name: t('form.nameNeeded') }),
      ...(stage ? {} : { stage: t('form.stageNeeded') }),
      ...(on ? {} : { on: t('form.dayNeeded') }),
    }),
    onEntry: ({ name, aliases, detail, siteId, role, stage, on }, key) => {
      if (!stage) return;
      onEntry({
        key,
        kind: 'suspect',
        label: `${name.trim()} · ${t(`custody.${stage}`)}`,
        input: {
          idempotencyKey: key,
          actionId: action.id,
          siteId: siteId ?? undefined,
          name: name.trim(),
          aliases: aliases.trim() || undefined,
          detail: detail.trim() || undefined,
          role: role ?? undefined,
          stage,
          on,
        },
      });
    },
  });
  return (
    <form onSubmit={submit} noValidate aria-label={t('field.kinds.suspect')}>
      <Stack gap="sm">
        <TextInput
          label={t('fields.name')}
          description={t('form.suspectHint')}
          required
          autoComplete="off"
          maxLength={200}
          {...form.getInputProps('name')}
        />
        <TextInput label={t('fields.aliases')} autoComplete="off" maxLength={500} {...form.getInputProps('aliases')} />
        <Select
          label={t('fields.stage')}
          description={t('form.stageHint')}
          required
          data={Object.values(CustodyStage).map((value) => ({ value, label: t(`custody.${value}`) }))}
          {...form.getInputProps('stage')}
        />
        <DayInput label={t('fields.on')} required max={today()} {...form.getInputProps('on')} />
        <Select label={t('fields.site')} clearable data={sites} {...form.getInputProps('siteId')} />
        <Select
          label={t('fields.supplyRole')}
          clearable
          data={Object.values(SupplyRole).map((value) => ({ value, label: t(`subjects:roles.${value}`) }))}
          {...form.getInputProps('role')}
        />
        <Textarea label={t('fields.detail')} autosize maxLength={2000} {...form.getInputProps('detail')} />
        <Button type="submit" size="sm">
          {t('field.add')}
        </Button>
      </Stack>
    </form>
  );
}
