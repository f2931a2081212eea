import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';

const ApproveEvidenceDestruction = graphql(`
  mutation ApproveEvidenceDestruction($input: EvidenceTransitionInput!) {
    approveEvidenceDestruction(input: $input) {
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

interface ApproveDestructionDialogProps {
  evidence: { id: string; version: number };
  onClose: () => void;
  onStale: () => void;
}

export default function ApproveDestructionDialog({ evidence, onClose, onStale }: ApproveDestructionDialogProps) {
  const { t } = useTranslation('evidence');
  return (
    <StepDialog
      document={ApproveEvidenceDestruction}
      target={evidence}
      title={t('actions.APPROVE_DESTRUCTION')}
      submitLabel={t('actions.APPROVE_DESTRUCTION')}
      text={t('consequences.APPROVE_DESTRUCTION')}
      reason="none"
      confirmation={t('destruction.confirm')}
      danger
      onDone={() => {
        void notify(t('done.APPROVE_DESTRUCTION'));
        onClose();
      }}
      onClose={onClose}
      onStale={onStale}
    />
  );
}
