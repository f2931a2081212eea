import { MultiSelect, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { IpRightKind } from '@/gql/graphql';
import { useCountries } from '@/lib/countries';
import { useViewer } from '@/lib/viewer';
import DayInput from '@/ui/day-input';
import type { Option } from '@/ui/remote-select';
import { Section } from '@/ui/section';
import { NICE_CLASSES, useNiceClassName } from '../nice-classes';
import { BrandsSelect } from './brands-select';
import { HolderSelect } from './holder-select';
import type { IpRightValues } from './ip-right-form';
import { registrationLabel } from './ip-right-words';
import { OfficeSelect } from './office-select';
import { namesCountries } from './offices';
import { useActsForOthers } from './principals';
import { UNION } from './territories';

interface FieldsProps {
  form: UseFormReturnType<IpRightValues>;
}

interface IpRightFieldsProps extends FieldsProps {
  /** Of a right that is there: its holder stays. */
  holder?: string;
  brands?: readonly Option[];
}

/** What a right holder says of a right; the same fields when it is entered and when it is changed. */
export function IpRightFields({ form, holder, brands }: IpRightFieldsProps) {
  const { t } = useTranslation('ipRights');
  return (
    <>
      <Section title={t('form.what')}>
        <WhatFields form={form} holder={holder} brands={brands} />
      </Section>
      <Section title={t('form.numbers')}>
        <NumberFields form={form} />
      </Section>
      <Section title={t('form.scope')}>
        <ScopeFields form={form} />
      </Section>
      <Section title={t('form.dates')}>
        <DayFields form={form} />
      </Section>
    </>
  );
}

function WhatFields({ form, holder, brands }: IpRightFieldsProps) {
  const { t } = useTranslation('ipRights');
  const viewer = useViewer();
  const asks = useActsForOthers() && holder === undefined;
  const { kind, organizationId } = form.values;
  const owner = holder ?? (asks ? organizationId : viewer.organization.id);
  return (
    <Stack gap="sm">
      {asks ? (
        <HolderSelect
          value={organizationId}
          error={form.errors.organizationId}
          onChange={(id) => form.setValues({ organizationId: id, brandIds: [] })}
        />
      ) : null}
      <Select
        label={t('fields.kind')}
        allowDeselect={false}
        maw={{ xs: 'calc(50% - 6px)' }}
        data={Object.values(IpRightKind).map((value) => ({ value, label: t(`kinds.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          label={t('fields.title')}
          description={t(`form.titleHint.${kind === 'TRADEMARK' ? kind : 'OTHER'}`)}
          required
          maxLength={200}
          {...form.getInputProps('title')}
        />
        <TextInput
          label={t('fields.titleZh')}
          description={t('form.titleZhHint')}
          maxLength={200}
          {...form.getInputProps('titleZh')}
        />
      </SimpleGrid>
      <BrandsSelect holder={owner} known={brands} {...form.getInputProps('brandIds')} />
    </Stack>
  );
}

function NumberFields({ form }: FieldsProps) {
  const { t } = useTranslation('ipRights');
  return (
    <Stack gap="sm">
      <OfficeSelect {...form.getInputProps('office')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput label={t('fields.applicationNumber')} maxLength={40} {...form.getInputProps('applicationNumber')} />
        <TextInput
          label={t(registrationLabel(form.values.kind))}
          maxLength={40}
          {...form.getInputProps('registrationNumber')}
        />
      </SimpleGrid>
      <TextInput
        label={t('fields.st13')}
        description={t('form.st13Hint')}
        maxLength={17}
        {...form.getInputProps('st13')}
      />
      <TextInput
        label={t('fields.recordUrl')}
        description={t('form.recordUrlHint')}
        type="url"
        inputMode="url"
        maxLength={500}
        {...form.getInputProps('recordUrl')}
      />
    </Stack>
  );
}

/** Marks, and what is like them, are protected for classes of goods; a class that was chosen stays in sight. */
const CLASSED: IpRightKind[] = ['TRADEMARK', 'GI', 'OTHER'];

function ScopeFields({ form }: FieldsProps) {
  const { t } = useTranslation(['ipRights', 'common']);
  const className = useNiceClassName();
  const territories = useCountries(UNION);
  const { kind, niceClasses, office } = form.values;
  return (
    <Stack gap="sm">
      {CLASSED.includes(kind) || niceClasses.length > 0 ? (
        <MultiSelect
          label={t('fields.niceClasses')}
          searchable
          hidePickedOptions
          nothingFoundMessage={t('common:nothingFound')}
          data={NICE_CLASSES.map((each) => ({ value: String(each), label: `${each} · ${className(each)}` }))}
          {...form.getInputProps('niceClasses')}
        />
      ) : null}
      {kind === 'DESIGN' ? (
        <TextInput
          label={t('fields.locarnoClasses')}
          description={t('form.locarnoHint')}
          {...form.getInputProps('locarnoClasses')}
        />
      ) : null}
      <Textarea
        label={t(CLASSED.includes(kind) ? 'fields.goods' : 'fields.subject')}
        autosize
        minRows={2}
        maxRows={12}
        maxLength={20_000}
        {...form.getInputProps('goods')}
      />
      <MultiSelect
        label={t('fields.territory')}
        description={t(namesCountries(office) ? 'form.territoryNamed' : 'form.territoryHint')}
        searchable
        clearable
        hidePickedOptions
        nothingFoundMessage={t('common:nothingFound')}
        data={territories}
        {...form.getInputProps('territory')}
      />
    </Stack>
  );
}

function DayFields({ form }: FieldsProps) {
  const { t } = useTranslation('ipRights');
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
      <DayInput label={t('fields.filedOn')} clearable {...form.getInputProps('filedOn')} />
      <DayInput label={t(`fields.inForceFrom.${form.values.kind}`)} clearable {...form.getInputProps('inForceFrom')} />
      <DayInput label={t('fields.expiresOn')} clearable {...form.getInputProps('expiresOn')} />
    </SimpleGrid>
  );
}
