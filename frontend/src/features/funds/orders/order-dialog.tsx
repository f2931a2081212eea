import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { FundOrderPageFragment, FundOrderStep } from '@/gql/graphql';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';

const ApproveFundOrder = graphql(`
  mutation ApproveFundOrder($input: FundOrderTransitionInput!) {
    approveFundOrder(input: $input) {
      order {
        ...FundOrderPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const RefuseFundOrder = graphql(`
  mutation RefuseFundOrder($input: RefuseFundOrderInput!) {
    refuseFundOrder(input: $input) {
      order {
        ...FundOrderPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const WithdrawFundOrder = graphql(`
  mutation WithdrawFundOrder($input: FundOrderTransitionInput!) {
    withdrawFundOrder(input: $input) {
      order {
        ...FundOrderPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface OrderDialogProps {
  order: FundOrderPageFragment;
  step: FundOrderStep;
  onClose: () => void;
  /** Reads the order again: when somebody else was faster. */
  onStale: () => void;
}

/** Agrees to an order, refuses it, or takes back one's own. */
export default function OrderDialog({ order, step, onClose, onStale }: OrderDialogProps) {
  const { t } = useTranslation('funds');
  const isLast = order.approvals.length + 1 >= order.approvalsNeeded;
  const common = {
    target: order,
    title: t(`orderSteps.${step}`),
    submitLabel: t(`orderSteps.${step}`),
    text: t(step === 'APPROVE' && !isLast ? 'orderTexts.APPROVE_FIRST' : `orderTexts.${step}`),
    onDone: () => {
      void notify(t(`orderDone.${step}`));
      onClose();
    },
    onClose,
    onStale,
  };
  if (step === 'APPROVE') return <StepDialog document={ApproveFundOrder} reason="none" {...common} />;
  if (step === 'REFUSE') return <StepDialog document={RefuseFundOrder} reason="required" danger {...common} />;
  return <StepDialog document={WithdrawFundOrder} reason="none" danger {...common} />;
}
