import { Radio, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { type DeliveryFragment, ExpirySettlement } from '@/gql/graphql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';

const SettleExpiredDelivery = graphql(`
  mutation SettleExpiredDelivery($input: SettleExpiredDeliveryInput!) {
    settleExpiredDelivery(input: $input) {
      delivery {
        ...Delivery
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export interface DeliveryDialogProps {
  delivery: DeliveryFragment;
  onClose: () => void;
  onStale: () => void;
}

/** The desk's decision on a delivery nobody answered. */
export function SettleDialog({ delivery, onClose, onStale }: DeliveryDialogProps) {
  const { t } = useTranslation(['deliveries', 'enums']);
  const command = useCommandForm({
    document: SettleExpiredDelivery,
    initialValues: { settlement: 'REPUSH' as ExpirySettlement, note: '' },
    draft: `settle-${delivery.id}`,
    variables: ({ settlement, note }) => ({
      input: { id: delivery.id, expectedVersion: delivery.version, settlement, note: note.trim() || undefined },
    }),
    onDone: () => {
      void notify(t('settle.done'));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog title={t('settle.title')} submitLabel={t('settle.submit')} command={command} onClose={onClose}>
      <Text size="sm" c="dimmed">
        {t('settle.text', { organization: delivery.recipient.name })}
      </Text>
      <Radio.Group label={t('settle.decision')} {...command.form.getInputProps('settlement')}>
        <Stack gap={6} mt={6}>
          {Object.values(ExpirySettlement).map((value) => (
            <Radio key={value} value={value} label={t(`enums:settlement.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea label={t('settle.note')} autosize minRows={2} {...command.form.getInputProps('note')} />
    </CommandDialog>
  );
}
