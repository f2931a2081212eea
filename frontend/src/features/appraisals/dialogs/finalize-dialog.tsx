import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';
import type { AppraisalDialogProps } from '../appraisal-dialogs';

const FinalizeAppraisal = graphql(`
  mutation FinalizeAppraisal($input: AppraisalTransitionInput!) {
    finalizeAppraisal(input: $input) {
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

/** What is found genuine retracts the lead: that cannot be undone, so it is said and ticked. */
export default function FinalizeDialog({ appraisal, onClose, onStale }: AppraisalDialogProps) {
  const { t } = useTranslation('appraisals');
  return (
    <StepDialog
      document={FinalizeAppraisal}
      target={appraisal}
      title={t('steps.FINALIZE')}
      submitLabel={t('steps.FINALIZE')}
      text={t(appraisal.report?.conclusion === 'GENUINE' ? 'consequences.FINALIZE_GENUINE' : 'consequences.FINALIZE')}
      reason="none"
      confirmation={t('finalizeConfirm')}
      onDone={() => {
        void notify(t('done.FINALIZE'));
        onClose();
      }}
      onClose={onClose}
      onStale={onStale}
    />
  );
}
