import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';
import type { ReferralDialogProps } from '../referral-dialogs';

const ReturnReferral = graphql(`
  mutation ReturnReferral($input: ReasonedReferralInput!) {
    returnReferral(input: $input) {
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

export default function ReturnReferralDialog({ referral, onClose, onStale }: ReferralDialogProps) {
  const { t } = useTranslation('referrals');
  return (
    <StepDialog
      document={ReturnReferral}
      target={referral}
      title={t('actions.RETURN')}
      submitLabel={t('actions.RETURN')}
      text={t('texts.RETURN')}
      reason="required"
      onDone={() => {
        void notify(t('done.RETURN'));
        onClose();
      }}
      onClose={onClose}
      onStale={onStale}
    />
  );
}
