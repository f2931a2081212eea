import { Button, Checkbox, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useBrandDirectory } from '@/features/rights/brand-directory';
import { graphql } from '@/gql';
import { ImportFormat, type ImportInput, Tlp } from '@/gql/graphql';
import { hasErrorCode } from '@/lib/errors';
import { FailureNote } from '@/ui/failure-note';
import { QueryFailure } from '@/ui/query-failure';
import { RemoteSelect } from '@/ui/remote-select';
import { RouteMissing } from '@/ui/route-missing';
import { Section } from '@/ui/section';
import { TLP_TEXT } from '@/ui/tlp-badge';
import { ColumnMapper } from './column-mapper';
import classes from './imports.module.css';
import { type Mapping, mappingInput, suggestedMapping } from './mapping';
import { Report } from './report';

const ImportFile = graphql(`
  query ImportUpload($id: ID!) {
    importUpload(id: $id) {
      id
      name
      format
      sheet {
        ...ImportSheet
      }
      mistake {
        message
        line
        column
      }
    }
  }
`);

interface PrepareProps {
  file: string;
  onOther: () => void;
  onStarted: (id: string) => void;
}

interface Choices {
  format: ImportFormat | null;
  mapping: Mapping | null;
  brandId: string | null;
  tlp: Tlp | null;
  draft: boolean;
}

/** A file that was sent: how to read it, what to make of it, and what would come of that. */
export function Prepare({ file, onOther, onStarted }: PrepareProps) {
  const { t } = useTranslation('imports');
  const [{ data, error }, reload] = useQuery({ query: ImportFile, variables: { id: file } });
  const [choices, setChoices] = useState<Choices>({
    format: null,
    mapping: null,
    brandId: null,
    tlp: null,
    draft: true,
  });
  const brands = useBrandDirectory();
  const upload = data?.importUpload;
  if (!upload) {
    if (hasErrorCode(error, 'NOT_FOUND') || hasErrorCode(error, 'INVALID_ID')) return <RouteMissing />;
    if (error) return <QueryFailure error={error} retry={reload} />;
    return <Text c="dimmed">{t('reading')}</Text>;
  }
  const change = (next: Partial<Choices>) => setChoices((now) => ({ ...now, ...next }));
  const format = choices.format ?? upload.format;
  const sheet = format === 'CSV' ? upload.sheet : null;
  const mapping = sheet ? (choices.mapping ?? suggestedMapping(sheet.columns)) : null;
  const input: ImportInput = {
    uploadId: upload.id,
    format,
    columns: mapping ? mappingInput(mapping) : undefined,
    brandId: choices.brandId ?? undefined,
    tlp: choices.tlp ?? undefined,
    draft: choices.draft,
  };
  return (
    <>
      <Stack gap="sm" className={classes.form}>
        <Group gap="xs">
          <Text fw={600}>{upload.name}</Text>
          <Button size="xs" variant="default" onClick={onOther}>
            {t('other')}
          </Button>
        </Group>
        <FailureNote
          message={format === 'CSV' && upload.mistake ? t('unreadable', { text: upload.mistake.message }) : null}
        />
        <Select
          label={t('choices.format')}
          data={Object.values(ImportFormat).map((value) => ({ value, label: t(`format.${value}`) }))}
          value={format}
          onChange={(value) => change({ format: value as ImportFormat | null })}
          allowDeselect={false}
        />
        <RemoteSelect
          label={t('choices.brand')}
          description={t('choices.brandHint')}
          {...brands}
          value={choices.brandId}
          onChange={(brandId) => change({ brandId })}
          clearable
        />
        <Select
          label={t('choices.tlp')}
          description={t('choices.tlpHint')}
          placeholder={t('choices.tlpOfSource')}
          data={Object.values(Tlp).map((value) => ({ value, label: TLP_TEXT[value] }))}
          value={choices.tlp}
          onChange={(value) => change({ tlp: value as Tlp | null })}
          clearable
        />
        <Checkbox
          label={t('choices.draft')}
          description={t('choices.draftHint')}
          checked={choices.draft}
          onChange={(event) => change({ draft: event.currentTarget.checked })}
        />
      </Stack>
      {sheet && mapping ? (
        <ColumnMapper
          sheet={sheet}
          name={upload.name}
          mapping={mapping}
          onChange={(next) => change({ mapping: next })}
        />
      ) : null}
      <Section title={t('report.title')}>
        <Report key={JSON.stringify(input)} input={input} onStarted={onStarted} />
      </Section>
    </>
  );
}
