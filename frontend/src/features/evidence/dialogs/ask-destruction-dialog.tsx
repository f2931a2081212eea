import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';
import type { EvidenceDialogProps } from '../evidence-dialogs';

const AskEvidenceDestruction = graphql(`
  mutation AskEvidenceDestruction($input: ReasonedEvidenceInput!) {
    askEvidenceDestruction(input: $input) {
      evidence {
        ...EvidencePage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export default function AskDestructionDialog({ evidence, onClose, onStale }: EvidenceDialogProps) {
  const { t } = useTranslation('evidence');
  return (
    <StepDialog
      document={AskEvidenceDestruction}
      target={evidence}
      title={t('actions.ASK_DESTRUCTION')}
      submitLabel={t('actions.ASK_DESTRUCTION')}
      text={t('consequences.ASK_DESTRUCTION')}
      reason="required"
      danger
      onDone={() => {
        void notify(t('done.ASK_DESTRUCTION'));
        onClose();
      }}
      onClose={onClose}
      onStale={onStale}
    />
  );
}
