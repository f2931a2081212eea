import { ActionIcon, Button, Fieldset, MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AgencyKind } from '@/gql/graphql';
import { useCountries } from '@/lib/countries';
import classes from './agencies.module.css';
import { type AgencyValues, emptyJurisdiction, isRange, type JurisdictionValues } from './agency-form';
import { HoursFields } from './hours-fields';
import { useLanguages } from './languages';

interface AgencyFieldsProps<Values extends AgencyValues> {
  form: UseFormReturnType<Values>;
  /** Whether kind and jurisdictions may be said: an agency does not move itself. */
  moves: boolean;
}

/** What the directory says of an agency; the same fields when it is entered and when it is changed. */
export function AgencyFields<Values extends AgencyValues>({ form, moves }: AgencyFieldsProps<Values>) {
  const { t } = useTranslation('agencies');
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const field = (name: keyof AgencyValues) => form.getInputProps(name as never);
  const { timeZone } = form.values;
  return (
    <>
      {moves ? (
        <>
          <Select
            label={t('fields.kind')}
            required
            allowDeselect={false}
            data={Object.values(AgencyKind).map((value) => ({ value, label: t(`kinds.${value}`) }))}
            {...field('kind')}
          />
          <JurisdictionFields form={form} />
        </>
      ) : null}
      <LanguagesField form={form} name="languages" />
      <Select
        label={t('fields.timeZone')}
        description={t('form.timeZoneHint')}
        searchable
        allowDeselect={false}
        data={zones.includes(timeZone) ? zones : [timeZone, ...zones]}
        {...field('timeZone')}
      />
      <HoursFields form={form} name="dutyHours" legend={t('fields.dutyHours')} />
      <Textarea
        label={t('fields.note')}
        description={t('form.noteHint')}
        autosize
        minRows={2}
        maxLength={2000}
        {...field('note')}
      />
    </>
  );
}

interface LanguagesFieldProps<Values extends Record<string, unknown>> {
  form: UseFormReturnType<Values>;
  name: string;
}

export function LanguagesField<Values extends Record<string, unknown>>({ form, name }: LanguagesFieldProps<Values>) {
  const { t } = useTranslation('agencies');
  const { options } = useLanguages(form.values[name] as string[]);
  return (
    <MultiSelect
      label={t('fields.languages')}
      required
      searchable
      hidePickedOptions
      maxValues={10}
      data={options}
      {...form.getInputProps(name as never)}
    />
  );
}

function JurisdictionFields<Values extends AgencyValues>({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation('agencies');
  const countries = useCountries();
  const { jurisdictions } = form.values;
  const set = (next: JurisdictionValues[]) => form.setFieldValue('jurisdictions', next as never);
  return (
    <Fieldset legend={t('fields.jurisdictions')} p="sm" mx={0}>
      {jurisdictions.map(({ key }, index) => (
        <div key={key} className={classes.row}>
          <Select
            label={t('fields.country')}
            searchable
            allowDeselect={false}
            data={countries}
            {...form.getInputProps(`jurisdictions.${index}.country` as never)}
          />
          <TextInput
            label={t('fields.division')}
            placeholder={t('form.wholeCountry')}
            maxLength={12}
            {...form.getInputProps(`jurisdictions.${index}.divisionCode` as never)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t('form.removeArea', { number: index + 1 })}
            disabled={jurisdictions.length === 1}
            onClick={() => set(jurisdictions.filter((each) => each.key !== key))}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </div>
      ))}
      {jurisdictions.length < 50 ? (
        <Button
          variant="subtle"
          mt={6}
          leftSection={<IconPlus size={15} />}
          onClick={() => set([...jurisdictions, emptyJurisdiction(jurisdictions.at(-1)?.country)])}
        >
          {t('form.addArea')}
        </Button>
      ) : null}
    </Fieldset>
  );
}

/** What is missing before the server is asked. */
export function useAgencyFaults() {
  const { t } = useTranslation('agencies');
  return ({ languages, dutyHours }: AgencyValues) => ({
    ...(languages.length > 0 ? {} : { languages: t('form.languagesNeeded') }),
    ...Object.fromEntries(
      dutyHours.flatMap((row, index) => (isRange(row) ? [] : [[`dutyHours.${index}.to`, t('form.hoursWrong')]])),
    ),
  });
}
