import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';
import type { AccountDialogProps } from '../account-dialogs';

const ResumeServiceAccount = graphql(`
  mutation ResumeServiceAccount($input: ServiceAccountStepInput!) {
    resumeServiceAccount(input: $input) {
      serviceAccount {
        ...ServiceAccountPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export default function ResumeAccountDialog({ account, onClose, onStale }: AccountDialogProps) {
  const { t } = useTranslation('partners');
  return (
    <StepDialog
      document={ResumeServiceAccount}
      target={account}
      title={t('titles.RESUME')}
      submitLabel={t('actions.RESUME')}
      text={t('consequences.RESUME')}
      reason="required"
      onDone={() => {
        void notify(t('done.RESUME'));
        onClose();
      }}
      onClose={onClose}
      onStale={onStale}
    />
  );
}
