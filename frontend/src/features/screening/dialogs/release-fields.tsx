import { NumberInput, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReleaseChoicesQuery, RulePackKind } from '@/gql/graphql';

interface FieldProps<Value> {
  value?: Value;
  onChange: (value: Value) => void;
  error?: ReactNode;
}

/** Stands for nothing in a list, whose values are never empty. */
const NONE = 'NONE';
const orNothing = (chosen: string | null) => (chosen === NONE ? '' : (chosen ?? ''));

interface PackFieldProps extends FieldProps<string> {
  kind: RulePackKind;
  packs: ReleaseChoicesQuery['rulePacks']['nodes'];
}

/** Which version of the rules of a kind holds; nothing is shown of kinds that nobody wrote rules of. */
export function PackField({ kind, packs, value, onChange, error }: PackFieldProps) {
  const { t } = useTranslation('screening');
  if (packs.length === 0) return null;
  return (
    <Select
      label={t(`kinds.${kind}`)}
      allowDeselect={false}
      data={[
        { value: NONE, label: t('release.noRules') },
        ...packs.map(({ id, number, note }) => ({
          value: id,
          label: note ? `${t('version', { number })} · ${note}` : t('version', { number }),
        })),
      ]}
      value={value || NONE}
      onChange={(next) => onChange(orNothing(next))}
      error={error}
    />
  );
}

interface ModelFieldProps extends FieldProps<string> {
  models: ReleaseChoicesQuery['screeningModels']['nodes'];
  ofBrand: boolean;
}

export function ModelField({ models, ofBrand, value, onChange, error }: ModelFieldProps) {
  const { t } = useTranslation('screening');
  return (
    <Select
      label={t('fields.model')}
      allowDeselect={false}
      data={[
        { value: NONE, label: t(ofBrand ? 'release.asAlliance' : 'release.written') },
        ...models.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={value || NONE}
      onChange={(next) => onChange(orNothing(next))}
      error={error}
    />
  );
}

export function ThresholdField({
  ofBrand,
  value,
  onChange,
  error,
}: FieldProps<number | string> & { ofBrand: boolean }) {
  const { t } = useTranslation('screening');
  return (
    <NumberInput
      label={t('fields.threshold')}
      description={t(ofBrand ? 'release.thresholdHintOfBrand' : 'release.thresholdHint')}
      maw={240}
      min={0.01}
      max={0.99}
      step={0.05}
      decimalScale={2}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}
