import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';
import type { PlainStep, PurchaseDialogProps } from '../purchase-dialogs';

const RejectPurchase = graphql(`
  mutation RejectPurchase($input: RejectPurchaseInput!) {
    rejectPurchase(input: $input) {
      purchase {
        ...PurchasePage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const CancelPurchase = graphql(`
  mutation CancelPurchase($input: CancelPurchaseInput!) {
    cancelPurchase(input: $input) {
      purchase {
        ...PurchasePage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const ApprovePurchaseTopUp = graphql(`
  mutation ApprovePurchaseTopUp($input: ApprovePurchaseTopUpInput!) {
    approvePurchaseTopUp(input: $input) {
      purchase {
        ...PurchasePage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const RefusePurchaseTopUp = graphql(`
  mutation RefusePurchaseTopUp($input: RefusePurchaseTopUpInput!) {
    refusePurchaseTopUp(input: $input) {
      purchase {
        ...PurchasePage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const WaivePurchaseRefund = graphql(`
  mutation WaivePurchaseRefund($input: WaivePurchaseRefundInput!) {
    waivePurchaseRefund(input: $input) {
      purchase {
        ...PurchasePage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const DOCUMENTS = {
  REJECT: RejectPurchase,
  CANCEL: CancelPurchase,
  REFUSE_TOP_UP: RefusePurchaseTopUp,
  WAIVE_REFUND: WaivePurchaseRefund,
};

/** The steps that need a reason at most. */
export default function PlainStepDialog({
  purchase,
  step,
  onClose,
  onStale,
}: PurchaseDialogProps & { step: PlainStep }) {
  const { t } = useTranslation('purchases');
  const common = {
    target: purchase,
    title: t(`steps.${step}`),
    submitLabel: t(`steps.${step}`),
    text: t(`texts.${step}`),
    onDone: () => {
      void notify(t(`done.${step}`));
      onClose();
    },
    onClose,
    onStale,
  };
  if (step === 'APPROVE_TOP_UP') return <StepDialog document={ApprovePurchaseTopUp} reason="none" {...common} />;
  if (step === 'REJECT') return <StepDialog document={DOCUMENTS.REJECT} reason="required" danger {...common} />;
  if (step === 'CANCEL') return <StepDialog document={DOCUMENTS.CANCEL} reason="required" danger {...common} />;
  if (step === 'REFUSE_TOP_UP')
    return <StepDialog document={DOCUMENTS.REFUSE_TOP_UP} reason="required" danger {...common} />;
  return <StepDialog document={DOCUMENTS.WAIVE_REFUND} reason="required" danger {...common} />;
}
