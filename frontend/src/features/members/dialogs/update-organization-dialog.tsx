import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { OrganizationDialogProps } from '../organization-dialogs';
import { OrganizationFields } from '../organization-fields';
import { type OrganizationDescription, organizationInput } from '../organization-form';

const UpdateOrganization = graphql(`
  mutation UpdateOrganization($input: UpdateOrganizationInput!) {
    updateOrganization(input: $input) {
      organization {
        ...OrganizationPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export default function UpdateOrganizationDialog({ organization, onClose, onChanged }: OrganizationDialogProps) {
  const { t } = useTranslation(['members', 'common']);
  const initialValues: OrganizationDescription = {
    name: organization.name,
    nameZh: organization.nameZh ?? '',
    industry: organization.industry ?? null,
    country: organization.country,
    divisionCode: organization.divisionCode ?? '',
    timeZone: organization.timeZone,
    language: organization.language,
  };
  const command = useCommandForm({
    document: UpdateOrganization,
    initialValues: { ...initialValues },
    draft: `update-organization-${organization.id}`,
    variables: (values) => ({
      input: { id: organization.id, expectedVersion: organization.version, ...organizationInput(values) },
    }),
    validate: ({ name }) => (name.trim() ? {} : { name: t('form.nameNeeded') }),
    onDone: () => {
      void notify(t('common:saved'));
      onClose();
    },
    onStale: onChanged,
  });
  return (
    <CommandDialog
      title={t('organizationActions.UPDATE')}
      submitLabel={t('common:save')}
      command={command}
      onClose={onClose}
      size="lg"
    >
      <OrganizationFields form={command.form} />
    </CommandDialog>
  );
}
