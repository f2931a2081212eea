import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { FundDialogProps } from '../fund-dialogs';
import { BankMoneyDialog } from './bank-money-dialog';

const ProposePayout = graphql(`
  mutation ProposePayout($input: ProposePayoutInput!) {
    proposePayout(input: $input) {
      order {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Records that a part of a recovery was paid out; two others have to agree. */
export default function PayoutDialog(props: FundDialogProps) {
  const { t } = useTranslation('funds');
  return <BankMoneyDialog {...props} kind="PAYOUT" document={ProposePayout} who={t('form.payee')} />;
}
