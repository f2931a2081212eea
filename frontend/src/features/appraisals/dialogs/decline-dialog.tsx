import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';
import type { AppraisalDialogProps } from '../appraisal-dialogs';

const DeclineAppraisal = graphql(`
  mutation DeclineAppraisal($input: ReasonedAppraisalInput!) {
    declineAppraisal(input: $input) {
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

export default function DeclineDialog({ appraisal, onClose, onStale }: AppraisalDialogProps) {
  const { t } = useTranslation('appraisals');
  return (
    <StepDialog
      document={DeclineAppraisal}
      target={appraisal}
      title={t('steps.DECLINE')}
      submitLabel={t('steps.DECLINE')}
      text={t('consequences.DECLINE')}
      reason="required"
      danger
      onDone={() => {
        void notify(t('done.DECLINE'));
        onClose();
      }}
      onClose={onClose}
      onStale={onStale}
    />
  );
}
