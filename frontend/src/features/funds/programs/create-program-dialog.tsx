import { Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { useIdempotencyKey } from '@/lib/draft';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { ProgramFields } from './program-fields';
import { EMPTY, type ProgramValues, programFaults, programInput } from './program-form';
import { useFaultTexts } from './use-fault-texts';

const CreateTestPurchaseProgram = graphql(`
  mutation CreateTestPurchaseProgram($input: CreateTestPurchaseProgramInput!) {
    createTestPurchaseProgram(input: $input) {
      program {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const ProgramFunds = graphql(`
  query ProgramFunds {
    funds(first: 100) {
      nodes {
        id
        name
        currency
      }
    }
  }
`);

interface CreateProgramDialogProps {
  /** The fund that pays it, where that is clear. */
  fund: string | undefined;
  onClose: () => void;
  onCreated: (id: string) => void;
}

const INITIAL: ProgramValues & { fundId: string | null } = { ...EMPTY, fundId: null };

export default function CreateProgramDialog({ fund, onClose, onCreated }: CreateProgramDialogProps) {
  const { t } = useTranslation('funds');
  const texts = useFaultTexts();
  const [{ data }] = useQuery({ query: ProgramFunds });
  const funds = data?.funds.nodes ?? [];
  const currencyOf = (id: string | null) => funds.find((each) => each.id === id)?.currency ?? 'CNY';
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: CreateTestPurchaseProgram,
    initialValues: { ...INITIAL, fundId: fund ?? null },
    draft: 'create-program',
    undrafted: ['fundId', 'memberIds'],
    variables: ({ fundId, ...values }) => ({
      input: { idempotencyKey: idempotencyKey.current, fundId: fundId ?? '', program: programInput(values) },
    }),
    validate: ({ fundId, ...values }) => ({
      ...(fundId ? {} : { fundId: t('form.fundNeeded') }),
      ...texts(programFaults(values, currencyOf(fundId)), currencyOf(fundId)),
    }),
    onDone: ({ program }) => {
      renewKey();
      onClose();
      if (program) onCreated(program.id);
    },
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  const { form } = command;
  return (
    <CommandDialog
      title={t('programs.new')}
      submitLabel={t('form.create')}
      command={command}
      onClose={onClose}
      size="lg"
    >
      <Text size="sm">{t('programs.newText')}</Text>
      <Select
        label={t('fields.fund')}
        required
        searchable
        data={funds.map(({ id, name, currency }) => ({ value: id, label: `${name} · ${currency}` }))}
        {...form.getInputProps('fundId')}
      />
      <ProgramFields form={form} currency={currencyOf(form.values.fundId)} />
    </CommandDialog>
  );
}
