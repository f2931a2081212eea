import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';
import type { ReferralDialogProps } from '../referral-dialogs';

const TakeBackReferral = graphql(`
  mutation TakeBackReferral($input: ReferralTransitionInput!) {
    takeBackReferral(input: $input) {
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

export default function TakeBackReferralDialog({ referral, onClose, onStale }: ReferralDialogProps) {
  const { t } = useTranslation('referrals');
  return (
    <StepDialog
      document={TakeBackReferral}
      target={referral}
      title={t('actions.TAKE_BACK')}
      submitLabel={t('actions.TAKE_BACK')}
      text={t('texts.TAKE_BACK')}
      reason="none"
      onDone={() => {
        void notify(t('done.TAKE_BACK'));
        onClose();
      }}
      onClose={onClose}
      onStale={onStale}
    />
  );
}
