import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';
import type { AppraisalDialogProps } from '../appraisal-dialogs';

const CancelAppraisal = graphql(`
  mutation CancelAppraisal($input: ReasonedAppraisalInput!) {
    cancelAppraisal(input: $input) {
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

export default function CancelDialog({ appraisal, onClose, onStale }: AppraisalDialogProps) {
  const { t } = useTranslation('appraisals');
  return (
    <StepDialog
      document={CancelAppraisal}
      target={appraisal}
      title={t('steps.CANCEL')}
      submitLabel={t('steps.CANCEL')}
      text={t('consequences.CANCEL')}
      reason="required"
      danger
      onDone={() => {
        void notify(t('done.CANCEL'));
        onClose();
      }}
      onClose={onClose}
      onStale={onStale}
    />
  );
}
