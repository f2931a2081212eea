import { Alert, Checkbox, Text, Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { useFormats } from '@/lib/format';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { RemoteSelect } from '@/ui/remote-select';
import type { PurchaseDialogProps } from '../purchase-dialogs';
import { useBuyers } from '../use-buyers';

const ReassignPurchaseBuyer = graphql(`
  mutation ReassignPurchaseBuyer($input: ReassignPurchaseBuyerInput!) {
    reassignPurchaseBuyer(input: $input) {
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

/** Gives it to another buyer; as whom it is bought stays, and so do the warnings about that. */
export default function ReassignBuyerDialog({ purchase, onClose, onStale }: PurchaseDialogProps) {
  const { t } = useTranslation(['purchases', 'common']);
  const { dateTime } = useFormats();
  const buyers = useBuyers(purchase.id);
  const warnings = purchase.buyerWarnings;
  const command = useCommandForm({
    document: ReassignPurchaseBuyer,
    initialValues: { buyerId: null as string | null, reason: '', acknowledgeWarnings: false },
    variables: ({ buyerId, reason, acknowledgeWarnings }) => ({
      input: {
        id: purchase.id,
        expectedVersion: purchase.version,
        buyerId: buyerId ?? '',
        reason: reason.trim(),
        acknowledgeWarnings,
      },
    }),
    validate: ({ buyerId, reason, acknowledgeWarnings }) => ({
      ...(buyerId ? {} : { buyerId: t('form.buyerNeeded') }),
      ...(reason.trim() ? {} : { reason: t('common:step.reasonNeeded') }),
      ...(warnings.length === 0 || acknowledgeWarnings ? {} : { acknowledgeWarnings: t('form.warningsNeeded') }),
    }),
    onDone: () => {
      void notify(t('done.REASSIGN'));
      onClose();
    },
    onStale,
  });
  const { form } = command;
  return (
    <CommandDialog title={t('steps.REASSIGN')} submitLabel={t('steps.REASSIGN')} command={command} onClose={onClose}>
      <Text size="sm">{t('texts.REASSIGN')}</Text>
      <RemoteSelect
        label={t('people.buyer')}
        description={t('form.buyerHint')}
        required
        options={buyers.options}
        onSearch={buyers.onSearch}
        {...form.getInputProps('buyerId')}
      />
      <Textarea
        label={t('common:step.reason')}
        required
        autosize
        minRows={2}
        maxLength={1000}
        {...form.getInputProps('reason')}
      />
      {warnings.length > 0 ? (
        <>
          <Alert role="alert" color="red" variant="light" p="xs" icon={<IconAlertTriangle size={16} />}>
            {warnings.map(({ kind, purchases, lastUsedAt }) => (
              <div key={kind}>{t(`warnings.${kind}`, { count: purchases, at: dateTime(lastUsedAt) })}</div>
            ))}
          </Alert>
          <Checkbox
            label={t('form.acknowledge')}
            {...form.getInputProps('acknowledgeWarnings', { type: 'checkbox' })}
          />
        </>
      ) : null}
    </CommandDialog>
  );
}
