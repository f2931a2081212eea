import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { today } from '@/lib/day';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import DayInput from '@/ui/day-input';
import { notify } from '@/ui/notify';
import { ReplayWebhookMessages } from '../replay';

interface ReplaySinceDialogProps {
  endpoint: string;
  onClose: () => void;
  onReplayed: () => void;
}

/** Sends everything of a time again: for who has lost what was sent. */
export default function ReplaySinceDialog({ endpoint, onClose, onReplayed }: ReplaySinceDialogProps) {
  const { t } = useTranslation('webhooks');
  const command = useCommandForm({
    document: ReplayWebhookMessages,
    initialValues: { day: today() },
    variables: ({ day }) => ({ input: { endpointId: endpoint, since: `${day}T00:00:00Z` } }),
    validate: ({ day }) => (day ? {} : { day: t('replay.dayNeeded') }),
    onDone: ({ replayed }) => {
      void notify(t('replay.done', { count: replayed }));
      onClose();
      onReplayed();
    },
  });
  return (
    <CommandDialog title={t('replay.sinceTitle')} submitLabel={t('replay.send')} command={command} onClose={onClose}>
      <Text size="sm">{t('replay.sinceText')}</Text>
      <DayInput
        label={t('replay.day')}
        description={t('replay.dayHint')}
        required
        max={today()}
        {...command.form.getInputProps('day')}
      />
    </CommandDialog>
  );
}
