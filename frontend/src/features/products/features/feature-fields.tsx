import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePersonDirectory } from '@/features/members/directory';
import type { Detectability, Tlp } from '@/gql/graphql';
import { type Option, RemoteMultiSelect } from '@/ui/remote-select';
import { TLP_TEXT } from '@/ui/tlp-badge';
import { DETECTABILITIES, isPlain } from '../product-words';
import classes from '../products.module.css';
import { type FeatureValues, labelsFor, tlpOf } from './feature-form';

interface FeatureFieldsProps {
  form: UseFormReturnType<FeatureValues>;
  /** Whether the right holder's own people write it, and no agent. */
  own: boolean;
  before?: { tlp: Tlp; readers: readonly { id: string; name: string }[] };
  /** Where the pictures of both sides are chosen, where that is done at once. */
  pictures?: { genuine: ReactNode; fake: ReactNode };
}

/** Where to look, and below it both sides beside each other as the sheet will show them. */
export function FeatureFields({ form, own, before, pictures }: FeatureFieldsProps) {
  const { t } = useTranslation('products');
  const side = { required: true, autosize: true, minRows: 3, maxLength: 2000 };
  return (
    <>
      <TextInput
        label={t('fields.feature')}
        description={t('form.featureHint')}
        required
        maxLength={200}
        {...form.getInputProps('feature')}
      />
      <div className={classes.sides}>
        <div className={classes.sideOf} data-side="GENUINE">
          <Textarea label={t('fields.genuine')} {...side} {...form.getInputProps('genuine')} />
          {pictures?.genuine}
        </div>
        <div className={classes.sideOf} data-side="FAKE">
          <Textarea label={t('fields.fake')} {...side} {...form.getInputProps('fake')} />
          {pictures?.fake}
        </div>
      </div>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <DetectabilityField form={form} own={own} />
        <TlpField form={form} own={own} before={before?.tlp} />
      </SimpleGrid>
      {tlpOf(form.values) === 'RED' ? <ReadersField form={form} known={before?.readers ?? []} /> : null}
    </>
  );
}

type FieldProps = Pick<FeatureFieldsProps, 'form' | 'own'>;

function DetectabilityField({ form, own }: FieldProps) {
  const { t } = useTranslation('products');
  // An agent does not see what is RED, so it writes nothing that is.
  const offered = DETECTABILITIES.filter((each) => own || isPlain(each));
  return (
    <Select
      label={t('fields.detectability')}
      description={t('form.detectabilityHint')}
      allowDeselect={false}
      data={offered.map((value: Detectability) => ({ value, label: t(`detectabilities.${value}`) }))}
      {...form.getInputProps('detectability')}
    />
  );
}

function TlpField({ form, own, before }: FieldProps & { before?: Tlp }) {
  const { t } = useTranslation('products');
  const { detectability } = form.values;
  const plain = isPlain(detectability);
  return (
    <Select
      label={t('fields.tlp')}
      description={t(plain ? 'form.tlpHint' : 'form.tlpRed')}
      allowDeselect={false}
      disabled={!plain}
      data={labelsFor(own, before).map((value) => ({ value, label: TLP_TEXT[value] }))}
      {...form.getInputProps('tlp')}
      value={tlpOf(form.values)}
    />
  );
}

interface ReadersFieldProps {
  form: UseFormReturnType<FeatureValues>;
  known: readonly { id: string; name: string }[];
}

/** The people who are named for something RED. */
function ReadersField({ form, known }: ReadersFieldProps) {
  const { t } = useTranslation('products');
  const { options, onSearch } = usePersonDirectory();
  const missing = known.filter(({ id }) => !options.some(({ value }) => value === id));
  const all: Option[] = [...options, ...missing.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <RemoteMultiSelect
      label={t('fields.readers')}
      description={t('form.readersHint')}
      options={all}
      onSearch={onSearch}
      {...form.getInputProps('readerIds')}
    />
  );
}
