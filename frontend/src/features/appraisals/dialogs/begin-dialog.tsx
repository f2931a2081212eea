import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';
import type { AppraisalDialogProps } from '../appraisal-dialogs';

const BeginAppraisal = graphql(`
  mutation BeginAppraisal($input: AppraisalTransitionInput!) {
    beginAppraisal(input: $input) {
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

export default function BeginDialog({ appraisal, onClose, onStale }: AppraisalDialogProps) {
  const { t } = useTranslation('appraisals');
  return (
    <StepDialog
      document={BeginAppraisal}
      target={appraisal}
      title={t('steps.BEGIN')}
      submitLabel={t('steps.BEGIN')}
      text={t('consequences.BEGIN')}
      reason="none"
      onDone={() => {
        void notify(t('done.BEGIN'));
        onClose();
      }}
      onClose={onClose}
      onStale={onStale}
    />
  );
}
