import { MultiSelect, Radio, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useOrganizationDirectory } from '@/features/members/directory';
import { EvidenceKind } from '@/gql/graphql';
import DayInput from '@/ui/day-input';
import { type Option, RemoteMultiSelect } from '@/ui/remote-select';
import type { ProgramValues } from './program-form';

interface ProgramFieldsProps {
  form: UseFormReturnType<ProgramValues>;
  currency: string;
  /** Who is named already: the directory may not have them on its first page. */
  named?: readonly Option[];
}

const CAPS = ['perPurchase', 'perMember', 'perSeller', 'perPeriod'] as const;

export function ProgramFields({ form, currency, named = [] }: ProgramFieldsProps) {
  const { t } = useTranslation(['funds', 'evidence']);
  const { values } = form;
  const { options, onSearch } = useOrganizationDirectory(['MEMBER_BRAND', 'ASSOCIATION', 'SECRETARIAT']);
  const missing = named.filter(({ value }) => !options.some((option) => option.value === value));
  const days = { required: true } as const;
  return (
    <>
      <TextInput label={t('fields.name')} required maxLength={200} {...form.getInputProps('name')} />
      <Textarea
        label={t('programs.purpose')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('purpose')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <DayInput label={t('programs.startsOn')} max={values.endsOn} {...days} {...form.getInputProps('startsOn')} />
        <DayInput label={t('programs.endsOn')} min={values.startsOn} {...days} {...form.getInputProps('endsOn')} />
      </SimpleGrid>
      <Radio.Group
        label={t('programs.who')}
        value={values.named ? 'named' : 'open'}
        onChange={(value) => form.setFieldValue('named', value === 'named')}
      >
        <Stack gap={8} mt={6}>
          <Radio value="open" label={t('programs.everybody')} />
          <Radio value="named" label={t('programs.named')} />
        </Stack>
      </Radio.Group>
      {values.named ? (
        <RemoteMultiSelect
          label={t('programs.members')}
          required
          options={[...missing, ...options]}
          onSearch={onSearch}
          {...form.getInputProps('memberIds')}
        />
      ) : null}
      <Text size="sm" fw={500}>
        {t('programs.capsIn', { currency })}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {CAPS.map((cap) => (
          <TextInput
            key={cap}
            label={t(`programs.caps.${cap}`)}
            inputMode="decimal"
            autoComplete="off"
            {...form.getInputProps(`caps.${cap}`)}
          />
        ))}
        <TextInput
          label={t('programs.caps.periodDays')}
          inputMode="numeric"
          autoComplete="off"
          {...form.getInputProps('caps.periodDays')}
        />
        <TextInput
          label={t('programs.threshold')}
          inputMode="decimal"
          autoComplete="off"
          {...form.getInputProps('approvalThreshold')}
        />
      </SimpleGrid>
      <MultiSelect
        label={t('programs.evidence')}
        hidePickedOptions
        data={Object.values(EvidenceKind).map((value) => ({ value, label: t(`evidence:kinds.${value}`) }))}
        {...form.getInputProps('requiredEvidence')}
      />
    </>
  );
}
