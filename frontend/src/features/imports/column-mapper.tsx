import { Button, Group, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { ImportField, ImportSheetFragment } from '@/gql/graphql';
import { useIdempotencyKey } from '@/lib/draft';
import { every } from '@/lib/every';
import { useCommand } from '@/lib/use-command';
import { type Column, DataTable } from '@/ui/data-table';
import { notify } from '@/ui/notify';
import { Section } from '@/ui/section';
import classes from './imports.module.css';
import { keptMapping, type Mapping, mappingInput, remapped, suggestedMapping } from './mapping';

const IMPORT_FIELDS = every<ImportField>({
  TITLE: true,
  SUMMARY: true,
  URL: true,
  PLATFORM: true,
  LISTING_ID: true,
  SELLER: true,
  SHOP_ID: true,
  PRICE: true,
  CURRENCY: true,
  CAPTURED_AT: true,
  BRAND: true,
  COUNTRY: true,
  INFRINGEMENT_TYPE: true,
  TLP: true,
  TAGS: true,
  PHONE: true,
  EMAIL: true,
});

graphql(`
  fragment ImportSheet on ImportSheet {
    encoding
    delimiter
    columns {
      name
      samples
      suggestion
    }
  }
`);

const KeptMappings = graphql(`
  query ImportMappings {
    importMappings {
      id
      name
      columns {
        column
        field
      }
      version
    }
  }
`);

const KeepMapping = graphql(`
  mutation SaveImportMapping($input: SaveImportMappingInput!) {
    saveImportMapping(input: $input) {
      mapping {
        id
        version
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface ColumnMapperProps {
  sheet: ImportSheetFragment;
  /** What a mapping of this file is called when it is kept. */
  name: string;
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}

type SheetColumn = ImportSheetFragment['columns'][number];

/** Of each column what it holds and where it goes. */
export function ColumnMapper({ sheet, name, mapping, onChange }: ColumnMapperProps) {
  const { t } = useTranslation('imports');
  const options = IMPORT_FIELDS.map((value) => ({ value, label: t(`field.${value}`) }));
  const columns: Column<SheetColumn>[] = [
    { key: 'name', header: t('mapper.column'), primary: true, render: (column) => column.name },
    {
      key: 'samples',
      header: t('mapper.samples'),
      from: 'md',
      render: ({ samples }) => <span className={classes.samples}>{samples.filter(Boolean).join(' · ')}</span>,
    },
    {
      key: 'field',
      header: t('mapper.field'),
      width: 240,
      render: (column) => (
        <Select
          size="xs"
          aria-label={t('mapper.goes', { column: column.name })}
          placeholder={t('mapper.nowhere')}
          data={options}
          value={mapping[column.name] ?? null}
          onChange={(field) => onChange(remapped(mapping, column.name, field as ImportField | null))}
          clearable
        />
      ),
    },
  ];
  return (
    <Section
      title={t('mapper.title')}
      count={sheet.columns.length}
      actions={<Kept {...{ sheet, name, mapping, onChange }} />}
    >
      <DataTable
        label={t('mapper.title')}
        columns={columns}
        rows={sheet.columns}
        rowKey={(column) => column.name}
        empty={null}
      />
    </Section>
  );
}

/** Mappings that the organisation keeps, and the way to keep this one. */
function Kept({ sheet, name, mapping, onChange }: ColumnMapperProps) {
  const { t } = useTranslation('imports');
  const [{ data }, reload] = useQuery({ query: KeptMappings });
  const { run, running } = useCommand(KeepMapping);
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const kept = data?.importMappings ?? [];
  const names = sheet.columns.map((column) => column.name);
  const keep = async () => {
    const input = { idempotencyKey: idempotencyKey.current, name: name.slice(0, 80), columns: mappingInput(mapping) };
    const outcome = await run({ input });
    // Only an unanswered one may be sent again under the same key.
    if (outcome.ok || outcome.failure.code !== null) renewKey();
    void notify(outcome.ok ? t('mapper.kept') : (outcome.failure.message ?? t('problem.refused')));
    reload({ requestPolicy: 'network-only' });
  };
  return (
    <Group gap="xs">
      {kept.length > 0 ? (
        <Select
          size="xs"
          w={200}
          aria-label={t('mapper.choose')}
          placeholder={t('mapper.choose')}
          data={kept.map((each) => ({ value: each.id, label: each.name }))}
          value={null}
          onChange={(id) => {
            const chosen = kept.find((each) => each.id === id);
            if (chosen) onChange(keptMapping(names, chosen.columns));
          }}
        />
      ) : null}
      <Button size="xs" variant="default" onClick={() => onChange(suggestedMapping(sheet.columns))}>
        {t('mapper.suggest')}
      </Button>
      <Button size="xs" variant="default" loading={running} onClick={() => void keep()}>
        {t('mapper.keep')}
      </Button>
    </Group>
  );
}
