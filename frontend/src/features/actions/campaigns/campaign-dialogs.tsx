import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { CampaignPageFragment } from '@/gql/graphql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { CampaignFields, type CampaignValues, campaignInput } from './campaign-fields';
import type { CampaignStep } from './campaign-search';

const UpdateEnforcementOperation = graphql(`
  mutation UpdateEnforcementOperation($input: UpdateEnforcementOperationInput!) {
    updateEnforcementOperation(input: $input) {
      operation {
        ...CampaignPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface CampaignDialogProps {
  campaign: CampaignPageFragment;
  step: CampaignStep;
  onClose: () => void;
  /** Reads the campaign again: when somebody else was faster. */
  onStale: () => void;
}

/** Changes a campaign, closes it or opens it again. */
export default function CampaignDialog({ campaign, step, onClose, onStale }: CampaignDialogProps) {
  const { t } = useTranslation('actions');
  const initialValues: CampaignValues = { name: campaign.name, purpose: campaign.purpose ?? '' };
  const command = useCommandForm({
    document: UpdateEnforcementOperation,
    initialValues,
    draft: step === 'CHANGE' ? `change-campaign-${campaign.id}` : undefined,
    variables: (values) => ({
      input: {
        id: campaign.id,
        expectedVersion: campaign.version,
        ...campaignInput(step === 'CHANGE' ? values : initialValues),
        closed: step === 'CHANGE' ? campaign.closed : step === 'CLOSE',
      },
    }),
    validate: ({ name }) => (name.trim() ? {} : { name: t('form.nameNeeded') }),
    onDone: () => {
      void notify(t('done', { step: t(`campaigns.steps.${step}`) }));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog
      title={t(`campaigns.steps.${step}`)}
      submitLabel={step === 'CHANGE' ? t('form.save') : t(`campaigns.steps.${step}`)}
      command={command}
      onClose={onClose}
    >
      {step === 'CHANGE' ? (
        <CampaignFields form={command.form} />
      ) : (
        <Text size="sm">{t(`campaigns.texts.${step}`)}</Text>
      )}
    </CommandDialog>
  );
}
