import { Button, Radio, Select, Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FieldOutcomeFragment, SiteResult } from '@/gql/graphql';
import type { Entry } from './outbox';
import { useEntryForm } from './use-entry-form';

export interface EntryFormProps {
  action: FieldOutcomeFragment;
  onEntry: (entry: Entry) => void;
}

export function useSiteOptions({ sites }: FieldOutcomeFragment) {
  const { t } = useTranslation('actions');
  return sites.map(({ id, address, kind }) => ({ value: id, label: `${address} · ${t(`siteKinds.${kind}`)}` }));
}

export function SiteResultForm({ action, onEntry }: EntryFormProps) {
  const { t } = useTranslation('actions');
  const sites = useSiteOptions(action);
  const { form, submit } = useEntryForm({
    draft: `site-result-${action.id}`,
    initialValues: {
      siteId: (sites.length === 1 ? (sites[0]?.value ?? null) : null) as string | null,
      result: null as SiteResult | null,
      note: '',
    },
    validate: ({ siteId, result }) => ({
      ...(siteId ? {} : { siteId: t('form.siteNeeded') }),
      ...(result ? {} : { result: t('form.resultNeeded') }),
    }),
    onEntry: ({ siteId, result, note }, key) => {
      if (!siteId || !result) return;
      const site = sites.find(({ value }) => value === siteId)?.label ?? '';
      onEntry({
        key,
        kind: 'siteResult',
        label: `${site} · ${t(`results.${result}`)}`,
        input: { idempotencyKey: key, actionId: action.id, siteId, result, note: note.trim() || undefined },
      });
    },
  });
  return (
    <form onSubmit={submit} noValidate aria-label={t('field.kinds.siteResult')}>
      <Stack gap="sm">
        <Select label={t('fields.site')} required data={sites} {...form.getInputProps('siteId')} />
        <Radio.Group label={t('fields.result')} required {...form.getInputProps('result')}>
          <Stack gap={8} mt={6}>
            {Object.values(SiteResult).map((value) => (
              <Radio key={value} value={value} label={t(`results.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea label={t('fields.note')} autosize maxLength={2000} {...form.getInputProps('note')} />
        <Button type="submit" size="sm">
          {t('field.add')}
        </Button>
      </Stack>
    </form>
  );
}
