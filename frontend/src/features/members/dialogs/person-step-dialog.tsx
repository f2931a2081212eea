import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { PersonAction, PersonRowFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';

graphql(`
  fragment PersonChange on PersonPayload {
    person {
      ...PersonRow
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
  SUSPEND: graphql(`
    mutation SuspendUser($input: PersonTransitionInput!) {
      change: suspendUser(input: $input) {
        ...PersonChange
      }
    }
  `),
  REINSTATE: graphql(`
    mutation ReinstateUser($input: PersonTransitionInput!) {
      change: reinstateUser(input: $input) {
        ...PersonChange
      }
    }
  `),
  RESEND_INVITATION: graphql(`
    mutation ResendInvitation($input: PersonTransitionInput!) {
      change: resendInvitation(input: $input) {
        ...PersonChange
      }
    }
  `),
  RESET_SECOND_FACTOR: graphql(`
    mutation ResetSecondFactor($input: PersonTransitionInput!) {
      change: resetSecondFactor(input: $input) {
        ...PersonChange
      }
    }
  `),
};

const REASONS = {
  SUSPEND: 'required',
  REINSTATE: 'optional',
  RESEND_INVITATION: 'none',
  RESET_SECOND_FACTOR: 'required',
} as const;

interface PersonStepDialogProps {
  person: PersonRowFragment;
  step: Extract<PersonAction, keyof typeof DOCUMENTS>;
  onClose: () => void;
  onChanged: () => void;
}

export default function PersonStepDialog({ person, step, onClose, onChanged }: PersonStepDialogProps) {
  const { t } = useTranslation('members');
  const { labelled } = useFormats();
  const { name } = person;
  return (
    <StepDialog
      document={DOCUMENTS[step]}
      target={person}
      title={labelled(t(`personActions.${step}`), name)}
      submitLabel={t(`personActions.${step}`)}
      text={t(`personConsequences.${step}`, { name })}
      reason={REASONS[step]}
      danger={step === 'SUSPEND' || step === 'RESET_SECOND_FACTOR'}
      onDone={() => {
        void notify(t(`personDone.${step}`, { name }));
        onClose();
        onChanged();
      }}
      onClose={onClose}
      onStale={onChanged}
    />
  );
}
