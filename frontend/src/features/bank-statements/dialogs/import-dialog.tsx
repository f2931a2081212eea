import { Button, FileButton, Group, NumberInput, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { writtenAmount } from '@/features/funds/minor';
import { orNothing } from '@/features/funds/money-fields';
import { graphql } from '@/gql';
import {
  BankColumn,
  BankDateOrder,
  BankDecimalMark,
  type BankPreviewFragment,
  type BankStatementInput,
  type ReconciledFundFragment,
} from '@/gql/graphql';
import { useIdempotencyKey } from '@/lib/draft';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { FailureNote } from '@/ui/failure-note';
import { notify } from '@/ui/notify';
import { ShortFailure } from '@/ui/short-failure';
import { base64Of } from '../bank-file';
import { changed, chosenColumns, columnInput } from './columns';
import { DraftLines } from './draft-lines';

const Preview = graphql(`
  query BankStatementPreview($input: BankStatementInput!) {
    bankStatementPreview(input: $input) {
      ...BankPreview
    }
  }
  fragment BankPreview on BankStatementPreview {
    format
    token
    encoding
    delimiter
    columns {
      name
      suggestion
      samples
    }
    mistakes {
      code
      line
      message
    }
    statements {
      ...BankDraft
    }
  }
`);

const Import = graphql(`
  mutation ImportBankStatement($input: ImportBankStatementInput!) {
    importBankStatement(input: $input) {
      matched
      statements {
        id
        reference
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** As the server takes it; it has the last word. */
const MOST_BYTES = 700 * 1024;

/** How a table is read; what is null is as the file suggests. */
interface Reading {
  columns: Readonly<Record<string, BankColumn | null>> | null;
  dateOrder: BankDateOrder;
  decimalMark: BankDecimalMark;
  skipRows: number;
  openingBalance: string;
  closingBalance: string;
}

const AS_SUGGESTED: Reading = {
  columns: null,
  dateOrder: BankDateOrder.Ymd,
  decimalMark: BankDecimalMark.Point,
  skipRows: 0,
  openingBalance: '',
  closingBalance: '',
};

interface ImportDialogProps {
  fund: ReconciledFundFragment;
  onClose: () => void;
}

/** A file of the bank: how it is read, what would become of it, what is wrong with it by line; then it is taken. */
export default function ImportDialog({ fund, onClose }: ImportDialogProps) {
  const { t } = useTranslation('bank');
  const [file, setFile] = useState<{ name: string; content: string } | null>(null);
  const [problem, setProblem] = useState<'empty' | 'tooLarge' | null>(null);
  const [reading, setReading] = useState(AS_SUGGESTED);
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const input = inputOf(fund.id, file, reading);
  const [{ data, error, fetching }, reload] = useQuery({
    query: Preview,
    variables: { input },
    pause: file === null,
    requestPolicy: 'network-only',
  });
  const preview = file ? data?.bankStatementPreview : null;
  const command = useCommandForm({
    document: Import,
    initialValues: {},
    variables: () => ({
      input: { idempotencyKey: idempotencyKey.current, statement: input, previewToken: preview?.token ?? '' },
    }),
    onDone: ({ matched }) => {
      renewKey();
      void notify(t('import.done', { count: matched }));
      onClose();
    },
    onFailure: ({ code }) => {
      if (code !== null) renewKey();
      if (code === 'PREVIEW_REQUIRED') reload({ requestPolicy: 'network-only' });
    },
  });
  const choose = async (chosen: File | null) => {
    if (!chosen) return;
    const wrong = chosen.size === 0 ? 'empty' : chosen.size > MOST_BYTES ? 'tooLarge' : null;
    setProblem(wrong);
    setReading(AS_SUGGESTED);
    setFile(wrong ? null : { name: chosen.name.slice(0, 200), content: await base64Of(chosen) });
  };
  const change = (next: Partial<Reading>) => setReading((now) => ({ ...now, ...next }));
  return (
    <CommandDialog
      title={t('import.title')}
      submitLabel={t('import.take')}
      size="xl"
      command={{ ...command, message: problem ? t(`import.${problem}`) : refusal(command) }}
      onClose={onClose}
      disabled={!preview?.token || fetching}
    >
      <Text size="sm">{t('import.text', { currency: fund.currency })}</Text>
      <Group gap="sm">
        <FileButton accept=".xml,.csv,.txt,.tsv" onChange={(chosen) => void choose(chosen)}>
          {(props) => (
            <Button {...props} variant="default">
              {t('import.choose')}
            </Button>
          )}
        </FileButton>
        <Text size="sm">{file?.name}</Text>
      </Group>
      {error && !preview ? <ShortFailure error={error} retry={reload} /> : null}
      {preview?.format === 'CSV' ? <TableReading preview={preview} reading={reading} change={change} /> : null}
      {preview ? <Mistakes preview={preview} /> : null}
      {preview?.statements.map((statement) => (
        <DraftLines key={`${statement.bankId} ${statement.from} ${statement.to}`} statement={statement} />
      ))}
    </CommandDialog>
  );
}

/** There are no fields of the same names here, so what is said of one stands above. */
function refusal({ failure, message }: { failure: { fields: Record<string, string> } | null; message: string | null }) {
  return [message, ...Object.values(failure?.fields ?? {})].filter(Boolean).join(' ') || null;
}

function inputOf(fundId: string, file: { name: string; content: string } | null, reading: Reading): BankStatementInput {
  const { columns, dateOrder, decimalMark, skipRows, openingBalance, closingBalance } = reading;
  return {
    fundId,
    name: file?.name ?? '',
    content: file?.content ?? '',
    columns: columns ? columnInput(columns) : undefined,
    dateOrder,
    decimalMark,
    skipRows,
    openingBalance: orNothing(writtenAmount(openingBalance)),
    closingBalance: orNothing(writtenAmount(closingBalance)),
  };
}

interface TableReadingProps {
  preview: BankPreviewFragment;
  reading: Reading;
  change: (next: Partial<Reading>) => void;
}

/** How a table is to be read: what its columns hold, how it writes days and amounts, what was there before and after. */
function TableReading({ preview, reading, change }: TableReadingProps) {
  const { t } = useTranslation('bank');
  const columns = reading.columns ?? chosenColumns(preview.columns);
  const options = Object.values(BankColumn).map((value) => ({ value, label: t(`columns.${value}`) }));
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <Select
          label={t('import.dateOrder')}
          allowDeselect={false}
          data={Object.values(BankDateOrder).map((value) => ({ value, label: t(`dateOrders.${value}`) }))}
          value={reading.dateOrder}
          onChange={(value) => change({ dateOrder: value as BankDateOrder })}
        />
        <Select
          label={t('import.decimalMark')}
          allowDeselect={false}
          data={Object.values(BankDecimalMark).map((value) => ({ value, label: t(`decimalMarks.${value}`) }))}
          value={reading.decimalMark}
          onChange={(value) => change({ decimalMark: value as BankDecimalMark })}
        />
        <NumberInput
          label={t('import.skipRows')}
          min={0}
          max={50}
          allowDecimal={false}
          value={reading.skipRows}
          onChange={(value) => change({ skipRows: Number(value) || 0, columns: null })}
        />
        <TextInput
          label={t('fields.opening')}
          description={t('import.balanceHint')}
          inputMode="decimal"
          defaultValue={reading.openingBalance}
          onBlur={(event) => change({ openingBalance: event.currentTarget.value })}
        />
        <TextInput
          label={t('fields.closing')}
          description={t('import.balanceHint')}
          inputMode="decimal"
          defaultValue={reading.closingBalance}
          onBlur={(event) => change({ closingBalance: event.currentTarget.value })}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {preview.columns.map(({ name, samples }) => (
          <Select
            key={name}
            label={name}
            aria-label={t('import.goes', { column: name })}
            description={samples.filter(Boolean).join(' · ')}
            placeholder={t('import.nowhere')}
            data={options}
            clearable
            value={columns[name] ?? null}
            onChange={(field) => change({ columns: changed(columns, name, field as BankColumn | null) })}
          />
        ))}
      </SimpleGrid>
    </>
  );
}

function Mistakes({ preview }: { preview: BankPreviewFragment }) {
  const { t, i18n } = useTranslation('bank');
  if (preview.mistakes.length === 0) return null;
  return (
    <FailureNote message={t('import.mistakes', { count: preview.mistakes.length })}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is longer than its box has to be reached by the keys */}
      <ul tabIndex={0} style={{ maxHeight: 180, overflowY: 'auto' }} aria-label={t('import.mistakesTitle')}>
        {preview.mistakes.map(({ code, line, message }) => (
          <li key={`${code} ${line} ${message}`}>
            {line == null ? null : `${t('import.line', { line })} `}
            {t(`mistakes.${code}`)}
            {i18n.language === 'en' ? ` ${message}` : null}
          </li>
        ))}
      </ul>
    </FailureNote>
  );
}
