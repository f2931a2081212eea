import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';
import type { AccountDialogProps } from '../account-dialogs';

const SuspendServiceAccount = graphql(`
  mutation SuspendServiceAccount($input: ServiceAccountStepInput!) {
    suspendServiceAccount(input: $input) {
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

export default function SuspendAccountDialog({ account, onClose, onStale }: AccountDialogProps) {
  const { t } = useTranslation('partners');
  return (
    <StepDialog
      document={SuspendServiceAccount}
      target={account}
      title={t('titles.SUSPEND')}
      submitLabel={t('actions.SUSPEND')}
      text={t('consequences.SUSPEND')}
      reason="required"
      danger
      onDone={() => {
        void notify(t('done.SUSPEND'));
        onClose();
      }}
      onClose={onClose}
      onStale={onStale}
    />
  );
}
