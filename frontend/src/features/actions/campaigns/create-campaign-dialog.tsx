import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { useIdempotencyKey } from '@/lib/draft';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { CampaignFields, type CampaignValues, campaignInput } from './campaign-fields';

const CreateEnforcementOperation = graphql(`
  mutation CreateEnforcementOperation($input: CreateEnforcementOperationInput!) {
    createEnforcementOperation(input: $input) {
      operation {
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

interface CreateCampaignDialogProps {
  onClose: () => void;
  onCreated: (id: string) => void;
}

const EMPTY: CampaignValues = { name: '', purpose: '' };

export default function CreateCampaignDialog({ onClose, onCreated }: CreateCampaignDialogProps) {
  const { t } = useTranslation('actions');
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: CreateEnforcementOperation,
    initialValues: EMPTY,
    draft: 'create-campaign',
    variables: (values) => ({ input: { idempotencyKey: idempotencyKey.current, ...campaignInput(values) } }),
    validate: ({ name }) => (name.trim() ? {} : { name: t('form.nameNeeded') }),
    onDone: ({ operation }) => {
      renewKey();
      onClose();
      if (operation) onCreated(operation.id);
    },
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  return (
    <CommandDialog title={t('campaigns.new')} submitLabel={t('campaigns.create')} command={command} onClose={onClose}>
      <Text size="sm">{t('campaigns.newText')}</Text>
      <CampaignFields form={command.form} />
    </CommandDialog>
  );
}
