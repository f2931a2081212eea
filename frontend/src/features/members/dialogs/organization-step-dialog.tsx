import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { OrganizationAction } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';
import type { OrganizationDialogProps } from '../organization-dialogs';

graphql(`
  fragment OrganizationChange on OrganizationPayload {
    organization {
      ...OrganizationPage
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
  SUBMIT_APPLICATION: graphql(`
    mutation SubmitApplication($input: OrganizationTransitionInput!) {
      change: submitApplication(input: $input) {
        ...OrganizationChange
      }
    }
  `),
  START_REVIEW: graphql(`
    mutation StartReview($input: OrganizationTransitionInput!) {
      change: startReview(input: $input) {
        ...OrganizationChange
      }
    }
  `),
  APPROVE: graphql(`
    mutation ApproveOrganization($input: OrganizationTransitionInput!) {
      change: approveOrganization(input: $input) {
        ...OrganizationChange
      }
    }
  `),
  SUSPEND: graphql(`
    mutation SuspendOrganization($input: OrganizationTransitionInput!) {
      change: suspendOrganization(input: $input) {
        ...OrganizationChange
      }
    }
  `),
  REINSTATE: graphql(`
    mutation ReinstateOrganization($input: OrganizationTransitionInput!) {
      change: reinstateOrganization(input: $input) {
        ...OrganizationChange
      }
    }
  `),
  EXPEL: graphql(`
    mutation ExpelOrganization($input: OrganizationTransitionInput!) {
      change: expelOrganization(input: $input) {
        ...OrganizationChange
      }
    }
  `),
  WITHDRAW: graphql(`
    mutation WithdrawOrganization($input: OrganizationTransitionInput!) {
      change: withdrawOrganization(input: $input) {
        ...OrganizationChange
      }
    }
  `),
};

type Step = keyof typeof DOCUMENTS;
const SEVERE: Step[] = ['SUSPEND', 'EXPEL', 'WITHDRAW'];
/** What cannot be undone. */
const FINAL: Step[] = ['EXPEL', 'WITHDRAW'];

export type OrganizationStep = Extract<OrganizationAction, Step>;

interface OrganizationStepDialogProps extends OrganizationDialogProps {
  step: OrganizationStep;
}

export default function OrganizationStepDialog(props: OrganizationStepDialogProps) {
  const { organization, step, onClose, onChanged } = props;
  const { t } = useTranslation('members');
  const { labelled } = useFormats();
  const name = useLocalName()(organization);
  const severe = SEVERE.includes(step);
  return (
    <StepDialog
      document={DOCUMENTS[step]}
      target={organization}
      title={labelled(t(`organizationActions.${step}`), name)}
      submitLabel={t(`organizationActions.${step}`)}
      text={t(`organizationConsequences.${step}`)}
      reason={severe ? 'required' : 'optional'}
      confirmation={FINAL.includes(step) ? t('leavesConfirmation', { name }) : undefined}
      danger={severe}
      onDone={() => {
        void notify(t(`organizationDone.${step}`));
        onClose();
        onChanged();
      }}
      onClose={onClose}
      onStale={onChanged}
    />
  );
}
