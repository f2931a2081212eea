import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';
import type { ReferralDialogProps } from '../referral-dialogs';

const AcknowledgeReferral = graphql(`
  mutation AcknowledgeReferral($input: ReferralTransitionInput!) {
    acknowledgeReferral(input: $input) {
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

export default function AcknowledgeReferralDialog({ referral, onClose, onStale }: ReferralDialogProps) {
  const { t } = useTranslation('referrals');
  return (
    <StepDialog
      document={AcknowledgeReferral}
      target={referral}
      title={t('actions.ACKNOWLEDGE')}
      submitLabel={t('actions.ACKNOWLEDGE')}
      text={t('texts.ACKNOWLEDGE')}
      reason="none"
      onDone={() => {
        void notify(t('done.ACKNOWLEDGE'));
        onClose();
      }}
      onClose={onClose}
      onStale={onStale}
    />
  );
}
