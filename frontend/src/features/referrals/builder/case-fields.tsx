import { Fieldset, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { CURRENCIES } from '@/features/leads/lead-form';
import { CivilProceedings, NoAppraisalReason, ValuationBasis } from '@/gql/graphql';
import { today } from '@/lib/day';
import DayInput from '@/ui/day-input';
import type { BuilderValues } from './builder-form';

/** Value with its basis, appraisal, civil proceedings, and what whoever goes there has to know. */
export function CaseFields({ form }: { form: UseFormReturnType<BuilderValues> }) {
  const { t } = useTranslation('referrals');
  const { currency } = form.values;
  return (
    <>
      <Fieldset legend={t('fields.valuation')} p="sm" mx={0}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextInput label={t('fields.amount')} inputMode="decimal" {...form.getInputProps('amount')} />
          <Select
            label={t('fields.currency')}
            searchable
            allowDeselect={false}
            data={CURRENCIES.includes(currency) ? CURRENCIES : [currency, ...CURRENCIES]}
            {...form.getInputProps('currency')}
          />
          <Select
            label={t('fields.basis')}
            clearable
            data={Object.values(ValuationBasis).map((value) => ({ value, label: t(`bases.${value}`) }))}
            {...form.getInputProps('basis')}
          />
          <DayInput label={t('fields.date')} max={today()} {...form.getInputProps('date')} />
        </SimpleGrid>
        <TextInput mt="sm" label={t('fields.source')} maxLength={200} {...form.getInputProps('source')} />
      </Fieldset>
      <Fieldset legend={t('builder.case')} p="sm" mx={0}>
        <Select
          label={t('fields.noAppraisal')}
          description={t('form.noAppraisalHint')}
          data={Object.values(NoAppraisalReason).map((value) => ({ value, label: t(`noAppraisal.${value}`) }))}
          {...form.getInputProps('noAppraisalReason')}
        />
        <Textarea
          mt="sm"
          label={t('fields.noAppraisalNote')}
          autosize
          maxLength={10_000}
          {...form.getInputProps('noAppraisalNote')}
        />
        <Select
          mt="sm"
          label={t('fields.civilProceedings')}
          data={Object.values(CivilProceedings).map((value) => ({ value, label: t(`proceedings.${value}`) }))}
          {...form.getInputProps('civilProceedings')}
        />
        <Textarea
          mt="sm"
          label={t('fields.civilProceedingsNote')}
          autosize
          maxLength={10_000}
          {...form.getInputProps('civilProceedingsNote')}
        />
        <Textarea
          mt="sm"
          label={t('fields.safetyNotes')}
          description={t('form.safetyHint')}
          autosize
          minRows={2}
          maxLength={10_000}
          {...form.getInputProps('safetyNotes')}
        />
      </Fieldset>
    </>
  );
}
