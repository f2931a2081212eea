import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { CampaignSelect } from '../campaigns/campaign-select';

const SetOfflineActionOperation = graphql(`
  mutation SetOfflineActionOperation($input: SetOfflineActionOperationInput!) {
    setOfflineActionOperation(input: $input) {
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

interface SetCampaignDialogProps {
  action: { id: string; version: number; operation?: { id: string } | null };
  onClose: () => void;
  /** Reads again what is shown: when somebody else was faster, and when it is in another campaign. */
  onStale: () => void;
  onDone?: () => void;
}

/** Puts an action into a campaign, moves it to another one or takes it out; nothing else of it changes. */
export default function SetCampaignDialog({ action, onClose, onStale, onDone }: SetCampaignDialogProps) {
  const { t } = useTranslation('actions');
  const command = useCommandForm({
    document: SetOfflineActionOperation,
    initialValues: { operationId: action.operation?.id ?? null },
    variables: ({ operationId }) => ({ input: { id: action.id, expectedVersion: action.version, operationId } }),
    onDone: () => {
      void notify(t('campaigns.moved'));
      onDone?.();
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog title={t('campaigns.move')} submitLabel={t('form.save')} command={command} onClose={onClose}>
      <Text size="sm">{t('campaigns.moveText')}</Text>
      <CampaignSelect
        label={t('fields.operation')}
        placeholder={t('campaigns.none')}
        open
        clearable
        {...command.form.getInputProps('operationId')}
      />
    </CommandDialog>
  );
}
