import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { PowerOfAttorneyAction, PowerOfAttorneyFragment } from '@/gql/graphql';
import { useLocalName } from '@/lib/local-name';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';

graphql(`
  fragment PowerChange on PowerOfAttorneyPayload {
    powerOfAttorney {
      ...PowerOfAttorney
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
  VERIFY: graphql(`
    mutation VerifyPowerOfAttorney($input: PowerOfAttorneyTransitionInput!) {
      change: verifyPowerOfAttorney(input: $input) {
        ...PowerChange
      }
    }
  `),
  REVOKE: graphql(`
    mutation RevokePowerOfAttorney($input: PowerOfAttorneyTransitionInput!) {
      change: revokePowerOfAttorney(input: $input) {
        ...PowerChange
      }
    }
  `),
};

interface PowerStepDialogProps {
  power: PowerOfAttorneyFragment;
  step: PowerOfAttorneyAction;
  onClose: () => void;
  onChanged: () => void;
}

export default function PowerStepDialog({ power, step, onClose, onChanged }: PowerStepDialogProps) {
  const { t } = useTranslation('rights');
  const localName = useLocalName();
  const names = { principal: localName(power.principal), agent: localName(power.agent) };
  return (
    <StepDialog
      document={DOCUMENTS[step]}
      target={power}
      title={t(`powerTitles.${step}`)}
      submitLabel={t(`powerActions.${step}`)}
      text={t(`powerConsequences.${step}`, names)}
      reason={step === 'REVOKE' ? 'required' : 'optional'}
      danger={step === 'REVOKE'}
      onDone={() => {
        void notify(t(`powerDone.${step}`));
        onClose();
        onChanged();
      }}
      onClose={onClose}
      onStale={onChanged}
    />
  );
}
