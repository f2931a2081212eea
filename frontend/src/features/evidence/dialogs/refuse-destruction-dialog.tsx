import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';

const RefuseEvidenceDestruction = graphql(`
  mutation RefuseEvidenceDestruction($input: ReasonedEvidenceInput!) {
    refuseEvidenceDestruction(input: $input) {
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

interface RefuseDestructionDialogProps {
  evidence: { id: string; version: number };
  onClose: () => void;
  onStale: () => void;
}

export default function RefuseDestructionDialog({ evidence, onClose, onStale }: RefuseDestructionDialogProps) {
  const { t } = useTranslation('evidence');
  return (
    <StepDialog
      document={RefuseEvidenceDestruction}
      target={evidence}
      title={t('actions.REFUSE_DESTRUCTION')}
      submitLabel={t('actions.REFUSE_DESTRUCTION')}
      text={t('consequences.REFUSE_DESTRUCTION')}
      reason="required"
      onDone={() => {
        void notify(t('done.REFUSE_DESTRUCTION'));
        onClose();
      }}
      onClose={onClose}
      onStale={onStale}
    />
  );
}
