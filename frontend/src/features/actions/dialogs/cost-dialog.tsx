import { MultiSelect, Select, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CURRENCIES } from '@/features/leads/lead-form';
import { graphql } from '@/gql';
import { CostKind, CostRule } from '@/gql/graphql';
import { useIdempotencyKey } from '@/lib/draft';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { ActionDialogProps } from '../action-dialogs';
import { useGoodsName } from '../action-seizures';

const RecordActionCost = graphql(`
  mutation RecordActionCost($input: RecordActionCostInput!) {
    recordActionCost(input: $input) {
      action {
        ...OfflineActionPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const AMOUNT = /^\d+(\.\d{1,3})?$/;
const written = (typed: string) => typed.trim().replaceAll(/[\s,，]/g, '');

/** Writes down a cost; the server shares it among the brands by the rule, to the last cent. */
export default function CostDialog({ action, onClose, onStale }: ActionDialogProps) {
  const { t } = useTranslation('actions');
  const { labelled } = useFormats();
  const goodsName = useGoodsName();
  const localName = useLocalName();
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: RecordActionCost,
    initialValues: {
      kind: CostKind.Storage as CostKind,
      amount: '',
      currency: 'CNY',
      rule: CostRule.Equal as CostRule,
      seizureIds: [] as string[],
      note: '',
    },
    draft: `cost-${action.id}`,
    undrafted: ['seizureIds'],
    variables: ({ kind, amount, currency, rule, seizureIds, note }) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        actionId: action.id,
        kind,
        amount: written(amount),
        currency,
        rule,
        seizureIds: seizureIds.length > 0 ? seizureIds : undefined,
        note: note.trim() || undefined,
      },
    }),
    validate: ({ amount }) => (AMOUNT.test(written(amount)) ? {} : { amount: t('form.amountWrong') }),
    onDone: () => {
      renewKey();
      void notify(t('costs.done'));
      onClose();
    },
    onFailure: ({ code }) => code !== null && renewKey(),
    onStale,
  });
  const { form } = command;
  const goods = action.outcome.seizures.flatMap((line) =>
    line.brand ? [{ value: line.id, label: labelled(localName(line.brand), goodsName(line)) }] : [],
  );
  return (
    <CommandDialog title={t('costs.add')} submitLabel={t('form.add')} command={command} onClose={onClose}>
      <Text size="sm">{t('costs.text')}</Text>
      <Select
        label={t('costs.kind')}
        allowDeselect={false}
        data={Object.values(CostKind).map((value) => ({ value, label: t(`costs.kinds.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      <SimpleGrid cols={2} spacing="sm">
        <TextInput label={t('fields.amount')} required inputMode="decimal" {...form.getInputProps('amount')} />
        <Select
          label={t('fields.currency')}
          searchable
          allowDeselect={false}
          data={CURRENCIES}
          {...form.getInputProps('currency')}
        />
      </SimpleGrid>
      <Select
        label={t('costs.rule')}
        allowDeselect={false}
        data={Object.values(CostRule).map((value) => ({ value, label: t(`costs.rules.${value}`) }))}
        {...form.getInputProps('rule')}
      />
      <MultiSelect
        label={t('costs.goods')}
        description={t('costs.goodsHint')}
        data={goods}
        {...form.getInputProps('seizureIds')}
      />
      <Textarea label={t('fields.note')} autosize maxLength={1000} {...form.getInputProps('note')} />
    </CommandDialog>
  );
}
