import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';
import type { ReferralDialogProps } from '../referral-dialogs';

const SubmitReferral = graphql(`
  mutation SubmitReferral($input: ReferralTransitionInput!) {
    submitReferral(input: $input) {
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

export default function SubmitReferralDialog({ referral, onClose, onStale }: ReferralDialogProps) {
  const { t } = useTranslation('referrals');
  return (
    <StepDialog
      document={SubmitReferral}
      target={referral}
      title={t('actions.SUBMIT')}
      submitLabel={t('actions.SUBMIT')}
      text={t('texts.SUBMIT')}
      reason="none"
      onDone={() => {
        void notify(t('done.SUBMIT'));
        onClose();
      }}
      onClose={onClose}
      onStale={onStale}
    />
  );
}
