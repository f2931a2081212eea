import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';
import type { AccountDialogProps } from '../account-dialogs';

const RevokeServiceAccount = graphql(`
  mutation RevokeServiceAccount($input: ServiceAccountStepInput!) {
    revokeServiceAccount(input: $input) {
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

export default function RevokeAccountDialog({ account, onClose, onStale }: AccountDialogProps) {
  const { t } = useTranslation('partners');
  return (
    <StepDialog
      document={RevokeServiceAccount}
      target={account}
      title={t('titles.REVOKE')}
      submitLabel={t('actions.REVOKE')}
      text={t('consequences.REVOKE')}
      reason="required"
      confirmation={t('consequences.REVOKE_SURE', { name: account.name })}
      danger
      onDone={() => {
        void notify(t('done.REVOKE'));
        onClose();
      }}
      onClose={onClose}
      onStale={onStale}
    />
  );
}
