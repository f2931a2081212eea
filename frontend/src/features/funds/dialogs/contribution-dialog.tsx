import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { FundDialogProps } from '../fund-dialogs';
import { BankMoneyDialog } from './bank-money-dialog';

const ProposeContribution = graphql(`
  mutation ProposeContribution($input: ProposeContributionInput!) {
    proposeContribution(input: $input) {
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

/** Records what somebody paid in; it is in the books once a second person has confirmed it. */
export default function ContributionDialog(props: FundDialogProps) {
  const { t } = useTranslation('funds');
  return <BankMoneyDialog {...props} kind="CONTRIBUTION" document={ProposeContribution} who={t('form.payer')} />;
}
