import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { IpRightAction } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';
import type { IpRightDialogProps } from '../ip-right-dialogs';
import { useLocalTitle } from '../ip-right-words';

graphql(`
  fragment IpRightChange on IpRightPayload {
    ipRight {
      ...IpRightPage
    }
    userErrors {
      code
      field
      message
    }
  }
`);

/** One mutation a step; the alias gives them one shape. */
const DOCUMENTS = {
  TAKE_BACK: graphql(`
    mutation TakeBackIpRight($input: IpRightTransitionInput!) {
      change: takeBackIpRight(input: $input) {
        ...IpRightChange
      }
    }
  `),
  VERIFY: graphql(`
    mutation VerifyIpRight($input: IpRightTransitionInput!) {
      change: verifyIpRight(input: $input) {
        ...IpRightChange
      }
    }
  `),
  REJECT: graphql(`
    mutation RejectIpRight($input: IpRightTransitionInput!) {
      change: rejectIpRight(input: $input) {
        ...IpRightChange
      }
    }
  `),
  DISPUTE: graphql(`
    mutation DisputeIpRight($input: IpRightTransitionInput!) {
      change: disputeIpRight(input: $input) {
        ...IpRightChange
      }
    }
  `),
  SETTLE: graphql(`
    mutation SettleIpRight($input: IpRightTransitionInput!) {
      change: settleIpRight(input: $input) {
        ...IpRightChange
      }
    }
  `),
};

type Step = Extract<IpRightAction, keyof typeof DOCUMENTS>;

const REASONS = {
  TAKE_BACK: 'none',
  VERIFY: 'optional',
  REJECT: 'required',
  DISPUTE: 'required',
  SETTLE: 'required',
} as const;

interface IpRightStepDialogProps extends IpRightDialogProps {
  step: Step;
}

export default function IpRightStepDialog({ right, step, onClose, onStale }: IpRightStepDialogProps) {
  const { t } = useTranslation('ipRights');
  const { date, labelled } = useFormats();
  const localName = useLocalName();
  const title = useLocalTitle()(right);
  const { renewal, expiresOn } = right;
  const about = renewal && (step === 'VERIFY' || step === 'REJECT') ? (`${step}_RENEWAL` as const) : step;
  const words = {
    holder: localName(right.holder),
    to: renewal ? date(renewal.expiresOn) : '',
    now: expiresOn ? date(expiresOn) : '–',
  };
  return (
    <StepDialog
      document={DOCUMENTS[step]}
      target={right}
      title={labelled(t(`actions.${about}`), title)}
      submitLabel={t(`actions.${about}`)}
      text={t(`consequences.${about}`, words)}
      reason={REASONS[step]}
      danger={step === 'REJECT' || step === 'DISPUTE'}
      onDone={() => {
        void notify(t(`done.${about}`));
        onClose();
      }}
      onClose={onClose}
      onStale={onStale}
    />
  );
}
