import { Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { orNothing } from '@/features/funds/money-fields';
import { graphql } from '@/gql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { PurchaseDialogProps } from '../purchase-dialogs';

const ShipPurchase = graphql(`
  mutation ShipPurchase($input: ShipPurchaseInput!) {
    shipPurchase(input: $input) {
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

/** Writes down that the seller sent it, and under what number. */
export default function ShipPurchaseDialog({ purchase, onClose, onStale }: PurchaseDialogProps) {
  const { t } = useTranslation('purchases');
  const command = useCommandForm({
    document: ShipPurchase,
    initialValues: { carrier: '', parcelNumber: '' },
    draft: `shipPurchase-${purchase.id}`,
    variables: ({ carrier, parcelNumber }) => ({
      input: {
        id: purchase.id,
        expectedVersion: purchase.version,
        carrier: orNothing(carrier),
        parcelNumber: parcelNumber.trim(),
      },
    }),
    validate: ({ parcelNumber }) => (parcelNumber.trim() ? {} : { parcelNumber: t('form.parcelNeeded') }),
    onDone: () => {
      void notify(t('done.SHIP'));
      onClose();
    },
    onStale,
  });
  const { form } = command;
  return (
    <CommandDialog title={t('steps.SHIP')} submitLabel={t('form.record')} command={command} onClose={onClose}>
      <Text size="sm">{t('texts.SHIP')}</Text>
      <TextInput label={t('fields.carrier')} maxLength={100} {...form.getInputProps('carrier')} />
      <TextInput
        label={t('fields.parcelNumber')}
        required
        maxLength={100}
        autoComplete="off"
        {...form.getInputProps('parcelNumber')}
      />
    </CommandDialog>
  );
}
