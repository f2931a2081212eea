import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { IdentifierKind, SubjectKind } from '@/gql/graphql';
import { useCountries } from '@/lib/countries';
import { every } from '@/lib/every';
import type { CommandForm } from '@/ui/command-form';
import classes from './identifier-fields.module.css';
import { PasteBox } from './paste-box';
import {
  emptyIdentifier,
  filled,
  fits,
  type Hint,
  hintsOf,
  type IdentifierValues,
  ofKind,
  taking,
} from './subject-form';

const IDENTIFIER_KINDS = every<IdentifierKind>({
  PHONE: true,
  EMAIL: true,
  WECHAT: true,
  QQ: true,
  WHATSAPP: true,
  ALIPAY: true,
  TELEGRAM: true,
  SHOP: true,
  LISTING: true,
  DOMAIN: true,
  URL: true,
  COMPANY_CODE: true,
  COMPANY_NUMBER: true,
  BANK_ACCOUNT: true,
  CRYPTO_ADDRESS: true,
  PLATE: true,
  PARCEL: true,
  ADDRESS: true,
  NATIONAL_ID: true,
  PASSPORT: true,
});

interface WithIdentifiers extends Record<string, unknown> {
  identifiers: IdentifierValues[];
}

interface IdentifierFieldsProps<Values extends WithIdentifiers> {
  form: UseFormReturnType<Values>;
  subjectKind: SubjectKind;
}

/** A form that is sent without its empty rows, so that a refusal stands at the row that it is about. */
export function sendingFilled<Values extends WithIdentifiers>(command: CommandForm<Values>): CommandForm<Values> {
  const { form, submit } = command;
  return {
    ...command,
    submit: (event) => {
      const rows = filled(form.getValues().identifiers);
      if (rows.length > 0) form.setFieldValue('identifiers', rows as never);
      submit(event);
    },
  };
}

/** What somebody is known by, row by row, or out of a text. */
export function IdentifierFields<Values extends WithIdentifiers>({ form, subjectKind }: IdentifierFieldsProps<Values>) {
  const { t } = useTranslation('subjects');
  const { identifiers } = form.values;
  const set = (next: IdentifierValues[]) => form.setFieldValue('identifiers', next as never);
  const error = form.errors.identifiers;
  return (
    <div className={classes.root}>
      <PasteBox
        taken={identifiers}
        onTake={(found) => set(taking(identifiers, found).filter(({ kind }) => fits(subjectKind, kind)))}
      />
      {identifiers.map((row, index) => (
        <Row
          key={row.key}
          form={form}
          index={index}
          subjectKind={subjectKind}
          onKind={(kind) => set(identifiers.map((each) => (each.key === row.key ? ofKind(each, kind) : each)))}
          onDrop={() => set(identifiers.filter((each) => each.key !== row.key))}
        />
      ))}
      {error ? <p className={classes.error}>{error}</p> : null}
      <div>
        <Button
          variant="subtle"
          leftSection={<IconPlus size={15} />}
          onClick={() => set([...identifiers, emptyIdentifier(identifiers.at(-1)?.kind)])}
        >
          {t('identifiers.another')}
        </Button>
      </div>
    </div>
  );
}

export function useIdentifierKinds(subjectKind?: SubjectKind) {
  const { t } = useTranslation('subjects');
  return IDENTIFIER_KINDS.filter((kind) => fits(subjectKind, kind)).map((value) => ({
    value,
    label: t(`identifierKinds.${value}`),
  }));
}

interface RowProps<Values extends WithIdentifiers> extends IdentifierFieldsProps<Values> {
  index: number;
  onKind: (kind: IdentifierKind) => void;
  onDrop: () => void;
}

function Row<Values extends WithIdentifiers>({ form, index, subjectKind, onKind, onDrop }: RowProps<Values>) {
  const { t } = useTranslation('subjects');
  const kinds = useIdentifierKinds(subjectKind);
  const row = form.values.identifiers[index];
  const field = (name: 'value' | Hint) => form.getInputProps(`identifiers.${index}.${name}` as never);
  if (!row) return null;
  return (
    <fieldset className={classes.item}>
      <legend className={classes.legend}>{t('identifiers.nth', { number: index + 1 })}</legend>
      <Select
        label={t('identifiers.kind')}
        searchable
        allowDeselect={false}
        data={kinds}
        value={row.kind}
        onChange={(kind) => kind && onKind(kind)}
      />
      <TextInput label={t('identifiers.value')} autoComplete="off" spellCheck={false} {...field('value')} />
      {hintsOf(row).map((hint) => (
        <HintField key={hint} hint={hint} {...field(hint)} />
      ))}
      <ActionIcon
        variant="subtle"
        color="gray"
        className={classes.drop}
        aria-label={t('identifiers.drop', { number: index + 1 })}
        onClick={onDrop}
      >
        <IconTrash size={15} />
      </ActionIcon>
    </fieldset>
  );
}

interface HintFieldProps {
  hint: Hint;
  value?: string | null;
  onChange: (value: string | null) => void;
  error?: ReactNode;
  /** For a strip of filters: small, and named without room for a label. */
  compact?: boolean;
}

/** What the kind needs besides the text. */
export function HintField({ hint, onChange, value, error, compact }: HintFieldProps) {
  const { t } = useTranslation('subjects');
  const countries = useCountries();
  const name = t(`identifiers.${hint}`);
  const look = compact ? { size: 'xs', w: 140, 'aria-label': name, placeholder: name } : { label: name };
  if (hint === 'country')
    return (
      <Select {...look} searchable clearable data={countries} value={value || null} onChange={onChange} error={error} />
    );
  const said = { platform: t('identifiers.platformHint'), bank: t('identifiers.bankHint'), division: '', postcode: '' };
  return (
    <TextInput
      {...look}
      description={compact ? undefined : said[hint]}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      error={error}
    />
  );
}
