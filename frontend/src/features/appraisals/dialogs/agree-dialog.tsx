import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';
import type { AppraisalDialogProps } from '../appraisal-dialogs';

const AgreeToAppraisal = graphql(`
  mutation AgreeToAppraisal($input: AppraisalTransitionInput!) {
    agreeToAppraisal(input: $input) {
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

export default function AgreeDialog({ appraisal, onClose, onStale }: AppraisalDialogProps) {
  const { t } = useTranslation('appraisals');
  return (
    <StepDialog
      document={AgreeToAppraisal}
      target={appraisal}
      title={t('steps.AGREE')}
      submitLabel={t('steps.AGREE')}
      text={t('consequences.AGREE')}
      reason="none"
      onDone={() => {
        void notify(t('done.AGREE'));
        onClose();
      }}
      onClose={onClose}
      onStale={onStale}
    />
  );
}
