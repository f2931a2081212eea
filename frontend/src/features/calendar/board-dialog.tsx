import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { AnswerDialog } from '@/features/deliveries/answer-dialog';
import { AcknowledgeDelivery, DeliveryById } from '@/features/deliveries/delivery-fragments';
import { type DeliveryDialogProps, SettleDialog } from '@/features/deliveries/settle-dialog';
import type { DeliveryAction } from '@/gql/graphql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';

interface BoardDialogProps {
  id: string;
  action: DeliveryAction;
  onClose: () => void;
}

/** The step behind a move, with the delivery as it is now: it may have changed since the card was drawn. */
export default function BoardDialog({ id, action, onClose }: BoardDialogProps) {
  const [{ data }, reload] = useQuery({ query: DeliveryById, variables: { id }, requestPolicy: 'network-only' });
  const delivery = data?.delivery;
  if (!delivery?.allowedActions.includes(action)) return null;
  const props = { delivery, onClose, onStale: () => reload({ requestPolicy: 'network-only' }) };
  switch (action) {
    case 'ANSWER':
      return <AnswerDialog {...props} />;
    case 'SETTLE':
      return <SettleDialog {...props} />;
    case 'ACKNOWLEDGE':
    case 'VIEW':
      return <AcknowledgeDialog {...props} />;
  }
}

function AcknowledgeDialog({ delivery, onClose, onStale }: DeliveryDialogProps) {
  const { t } = useTranslation(['calendar', 'deliveries']);
  const command = useCommandForm({
    document: AcknowledgeDelivery,
    initialValues: {},
    variables: () => ({ input: { id: delivery.id, expectedVersion: delivery.version } }),
    onDone: () => {
      void notify(t('board.taken'));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog
      title={t('deliveries:acknowledge')}
      submitLabel={t('deliveries:acknowledge')}
      command={command}
      onClose={onClose}
    >
      <Text size="sm">{t('board.takeText')}</Text>
    </CommandDialog>
  );
}
