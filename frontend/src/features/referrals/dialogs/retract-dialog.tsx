import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';
import type { ReferralDialogProps } from '../referral-dialogs';

const RetractReferral = graphql(`
  mutation RetractReferral($input: ReasonedReferralInput!) {
    retractReferral(input: $input) {
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

export default function RetractReferralDialog({ referral, onClose, onStale }: ReferralDialogProps) {
  const { t } = useTranslation('referrals');
  return (
    <StepDialog
      document={RetractReferral}
      target={referral}
      title={t('actions.RETRACT')}
      submitLabel={t('actions.RETRACT')}
      text={t('texts.RETRACT')}
      reason="required"
      danger
      onDone={() => {
        void notify(t('done.RETRACT'));
        onClose();
      }}
      onClose={onClose}
      onStale={onStale}
    />
  );
}
