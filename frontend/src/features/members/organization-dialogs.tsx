import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { OrganizationAction, OrganizationPageFragment, OrganizationSingleSignOnFragment } from '@/gql/graphql';

export interface OrganizationDialogProps {
  organization: OrganizationPageFragment;
  onClose: () => void;
  /** Reads the organisation again: after a change, or when somebody else was faster. */
  onChanged: () => void;
}

const UpdateOrganizationDialog = lazy(() => import('./dialogs/update-organization-dialog'));
const OrganizationStepDialog = lazy(() => import('./dialogs/organization-step-dialog'));
const ConfigureSingleSignOnDialog = lazy(() => import('./dialogs/configure-single-sign-on-dialog'));
const InvitePersonDialog = lazy(() => import('./dialogs/invite-person-dialog'));
const CreateBrandDialog = lazy(() => import('@/features/rights/dialogs/create-brand-dialog'));
const SubmitPowerDialog = lazy(() => import('@/features/rights/dialogs/submit-power-dialog'));

const route = getRouteApi('/_app/organizations/$id');

interface OrganizationDialogsProps {
  organization: OrganizationPageFragment & OrganizationSingleSignOnFragment;
  onChanged: () => void;
}

/** Each dialog is loaded when it is first opened. */
export function OrganizationDialogs({ organization, onChanged }: OrganizationDialogsProps) {
  const { do: action } = route.useSearch();
  const navigate = route.useNavigate();
  if (!action || !organization.allowedActions.includes(action)) return null;
  const onClose = () => void navigate({ search: {}, replace: true });
  return <Suspense>{dialogOf(action, { organization, onClose, onChanged })}</Suspense>;
}

function dialogOf(action: OrganizationAction, props: OrganizationDialogProps & OrganizationDialogsProps) {
  switch (action) {
    case 'UPDATE':
      return <UpdateOrganizationDialog {...props} />;
    case 'CONFIGURE_SINGLE_SIGN_ON':
      return <ConfigureSingleSignOnDialog {...props} />;
    case 'INVITE_USER':
      return (
        <InvitePersonDialog organization={props.organization.id} onClose={props.onClose} onInvited={props.onChanged} />
      );
    case 'CREATE_BRAND':
      return <CreateBrandDialog {...props} />;
    case 'SUBMIT_POWER_OF_ATTORNEY':
      return <SubmitPowerDialog {...props} />;
    default:
      return <OrganizationStepDialog {...props} step={action} />;
  }
}
