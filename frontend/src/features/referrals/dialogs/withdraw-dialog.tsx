import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';
import type { ReferralDialogProps } from '../referral-dialogs';

const WithdrawReferral = graphql(`
  mutation WithdrawReferral($input: ReasonedReferralInput!) {
    withdrawReferral(input: $input) {
      referral {
        ...ReferralPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export default function WithdrawReferralDialog({ referral, onClose, onStale }: ReferralDialogProps) {
  const { t } = useTranslation('referrals');
  return (
    <StepDialog
      document={WithdrawReferral}
      target={referral}
      title={t('actions.WITHDRAW')}
      submitLabel={t('actions.WITHDRAW')}
      text={t('texts.WITHDRAW')}
      reason="required"
      danger
      onDone={() => {
        void notify(t('done.WITHDRAW'));
        onClose();
      }}
      onClose={onClose}
      onStale={onStale}
    />
  );
}
