import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { PersonRowFragment, Role } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useViewer } from '@/lib/viewer';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { PersonNameField, PowerFields } from '../person-fields';

const UpdateUser = graphql(`
  mutation UpdateUser($input: UpdateUserInput!) {
    updateUser(input: $input) {
      person {
        ...PersonRow
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface UpdatePersonDialogProps {
  person: PersonRowFragment;
  onClose: () => void;
  onChanged: () => void;
}

/** Nobody changes the own roles and brands, so only the name is offered there. */
export default function UpdatePersonDialog({ person, onClose, onChanged }: UpdatePersonDialogProps) {
  const { t } = useTranslation(['members', 'common']);
  const { labelled } = useFormats();
  const viewer = useViewer();
  const own = viewer.person.id === person.id;
  const command = useCommandForm({
    document: UpdateUser,
    initialValues: {
      name: person.name,
      roles: [...person.roles] as Role[],
      brandScope: person.brandScope.map(({ id }) => id),
    },
    draft: `update-person-${person.id}`,
    undrafted: ['brandScope'],
    variables: ({ name, roles, brandScope }) => ({
      input: {
        id: person.id,
        expectedVersion: person.version,
        name: name.trim(),
        ...(own ? {} : { roles, brandScope }),
      },
    }),
    validate: ({ name, roles }) => ({
      ...(name.trim() ? {} : { name: t('form.personNameNeeded') }),
      ...(roles.length > 0 ? {} : { roles: t('form.rolesNeeded') }),
    }),
    onDone: () => {
      void notify(t('common:saved'));
      onClose();
      onChanged();
    },
    onStale: onChanged,
  });
  return (
    <CommandDialog
      title={labelled(t('personActions.UPDATE'), person.name)}
      submitLabel={t('common:save')}
      command={command}
      onClose={onClose}
    >
      <PersonNameField form={command.form} />
      {own ? null : <PowerFields form={command.form} organization={person.organization} held={person.roles} />}
    </CommandDialog>
  );
}
