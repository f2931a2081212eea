import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';
import type { AppraisalDialogProps } from '../appraisal-dialogs';

const ContestAppraisal = graphql(`
  mutation ContestAppraisal($input: ReasonedAppraisalInput!) {
    contestAppraisal(input: $input) {
      appraisal {
        ...AppraisalPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export default function ContestDialog({ appraisal, onClose, onStale }: AppraisalDialogProps) {
  const { t } = useTranslation('appraisals');
  return (
    <StepDialog
      document={ContestAppraisal}
      target={appraisal}
      title={t('steps.CONTEST')}
      submitLabel={t('steps.CONTEST')}
      text={t('consequences.CONTEST')}
      reason="required"
      danger
      onDone={() => {
        void notify(t('done.CONTEST'));
        onClose();
      }}
      onClose={onClose}
      onStale={onStale}
    />
  );
}
