import { Alert, Checkbox, Text, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { orNothing } from '@/features/funds/money-fields';
import { graphql } from '@/gql';
import { useFormats } from '@/lib/format';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { RemoteSelect } from '@/ui/remote-select';
import type { PurchaseDialogProps } from '../purchase-dialogs';
import { useBuyers } from '../use-buyers';

const AssignPurchase = graphql(`
  mutation AssignPurchase($input: AssignPurchaseInput!) {
    assignPurchase(input: $input) {
      purchase {
        ...PurchasePage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const BuyerWarnings = graphql(`
  query BuyerWarnings($input: BuyerWarningsInput!) {
    buyerWarnings(input: $input) {
      kind
      purchases
      lastUsedAt
    }
  }
`);

const QUIET_MS = 500;

/** Says who buys, and as whom; what may give that person away has to be known first. */
export default function AssignPurchaseDialog({ purchase, onClose, onStale }: PurchaseDialogProps) {
  const { t } = useTranslation('purchases');
  const { dateTime } = useFormats();
  const buyers = useBuyers(purchase.id);
  const command = useCommandForm({
    document: AssignPurchase,
    // As whom it is bought is kept nowhere but at the server: no draft.
    initialValues: { buyerId: null as string | null, alias: '', account: '', shipTo: '', acknowledgeWarnings: false },
    variables: ({ buyerId, alias, account, shipTo, acknowledgeWarnings }) => ({
      input: {
        id: purchase.id,
        expectedVersion: purchase.version,
        buyerId: buyerId ?? '',
        alias: alias.trim(),
        account: orNothing(account),
        shipTo: shipTo.trim(),
        acknowledgeWarnings,
      },
    }),
    validate: ({ buyerId, alias, shipTo, acknowledgeWarnings }) => ({
      ...(buyerId ? {} : { buyerId: t('form.buyerNeeded') }),
      ...(alias.trim() ? {} : { alias: t('form.aliasNeeded') }),
      ...(shipTo.trim() ? {} : { shipTo: t('form.shipToNeeded') }),
      ...(warnings.length === 0 || acknowledgeWarnings ? {} : { acknowledgeWarnings: t('form.warningsNeeded') }),
    }),
    onDone: () => {
      void notify(t('done.ASSIGN'));
      onClose();
    },
    onStale,
  });
  const { form } = command;
  const warnings = useWarnings(purchase.id, form.values);
  return (
    <CommandDialog title={t('steps.ASSIGN')} submitLabel={t('steps.ASSIGN')} command={command} onClose={onClose}>
      <Text size="sm">{t('texts.ASSIGN')}</Text>
      <RemoteSelect
        label={t('people.buyer')}
        description={t('form.buyerHint')}
        required
        options={buyers.options}
        onSearch={buyers.onSearch}
        {...form.getInputProps('buyerId')}
      />
      <TextInput
        label={t('fields.alias')}
        required
        maxLength={200}
        autoComplete="off"
        {...form.getInputProps('alias')}
      />
      <TextInput label={t('fields.account')} maxLength={200} autoComplete="off" {...form.getInputProps('account')} />
      <Textarea
        label={t('fields.shipTo')}
        required
        autosize
        minRows={2}
        maxLength={500}
        autoComplete="off"
        {...form.getInputProps('shipTo')}
      />
      {warnings.length > 0 ? (
        <Alert role="alert" color="red" variant="light" p="xs" icon={<IconAlertTriangle size={16} />}>
          {warnings.map(({ kind, purchases, lastUsedAt }) => (
            <div key={kind}>{t(`warnings.${kind}`, { count: purchases, at: dateTime(lastUsedAt) })}</div>
          ))}
        </Alert>
      ) : null}
      {warnings.length > 0 || form.errors.acknowledgeWarnings ? (
        <Checkbox label={t('form.acknowledge')} {...form.getInputProps('acknowledgeWarnings', { type: 'checkbox' })} />
      ) : null}
    </CommandDialog>
  );
}

function useWarnings(purchaseId: string, typed: { alias: string; account: string; shipTo: string }) {
  const [alias] = useDebouncedValue(typed.alias.trim(), QUIET_MS);
  const [account] = useDebouncedValue(typed.account.trim(), QUIET_MS);
  const [shipTo] = useDebouncedValue(typed.shipTo.trim(), QUIET_MS);
  const pause = !alias || !shipTo;
  const [{ data }] = useQuery({
    query: BuyerWarnings,
    variables: { input: { purchaseId, alias, account: account || undefined, shipTo } },
    pause,
  });
  return pause ? [] : (data?.buyerWarnings ?? []);
}
