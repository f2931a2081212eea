import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';
import type { MatchDialogProps } from '../match-dialogs';

const WithdrawContact = graphql(`
  mutation WithdrawContact($input: WithdrawContactInput!) {
    withdrawContact(input: $input) {
      blindMatch {
        ...BlindMatchDetail
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Takes a proposal or a wish back. */
export default function WithdrawDialog({ match, onClose, onStale }: MatchDialogProps) {
  const { t } = useTranslation('matches');
  return (
    <StepDialog
      document={WithdrawContact}
      target={match}
      title={t('titles.WITHDRAW')}
      submitLabel={t('actions.WITHDRAW')}
      text={t('consequences.WITHDRAW')}
      reason="none"
      onDone={() => {
        void notify(t('done.WITHDRAW'));
        onClose();
      }}
      onClose={onClose}
      onStale={onStale}
    />
  );
}
