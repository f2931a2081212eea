import { Skeleton, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { Role } from '@/gql/graphql';
import { useIdempotencyKey } from '@/lib/draft';
import { useViewer } from '@/lib/viewer';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { RemoteSelect } from '@/ui/remote-select';
import { useOrganizationDirectory } from '../directory';
import { PersonNameField, PowerFields } from '../person-fields';
import { chosenRoles, offeredRoles } from '../roles';

const InviteUser = graphql(`
  mutation InviteUser($input: InviteUserInput!) {
    inviteUser(input: $input) {
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

const InvitingOrganization = graphql(`
  query InvitingOrganization($id: ID!) {
    organization(id: $id) {
      id
      kind
    }
  }
`);

interface InvitePersonDialogProps {
  /** Where it is left out, the organisation is asked for. */
  organization?: string;
  onClose: () => void;
  onInvited: () => void;
}

export default function InvitePersonDialog({ organization, onClose, onInvited }: InvitePersonDialogProps) {
  const { t } = useTranslation('members');
  const viewer = useViewer();
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: InviteUser,
    initialValues: {
      organizationId: organization ?? null,
      name: '',
      email: '',
      roles: [] as Role[],
      brandScope: [] as string[],
    },
    draft: `invite-person-${organization ?? 'any'}`,
    undrafted: ['organizationId', 'brandScope'],
    variables: ({ organizationId, name, email, roles, brandScope }) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        organizationId,
        name: name.trim(),
        email: email.trim(),
        roles: chosen(roles),
        brandScope,
      },
    }),
    validate: ({ organizationId, name, email, roles }) => ({
      ...(organizationId ? {} : { organizationId: t('form.organizationNeeded') }),
      ...(name.trim() ? {} : { name: t('form.personNameNeeded') }),
      ...(email.includes('@') ? {} : { email: t('form.emailNeeded') }),
      ...(chosen(roles).length > 0 ? {} : { roles: t('form.rolesNeeded') }),
    }),
    onDone: ({ person }) => {
      renewKey();
      void notify(t('people.invited', { name: person?.name ?? '' }));
      onClose();
      onInvited();
    },
    // A corrected form is another request; only an unanswered one may be sent again under the same key.
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  const { form } = command;
  const target = useTarget(form.values.organizationId);
  const chosen = (roles: Role[]) => (target ? chosenRoles(roles, offeredRoles(target, viewer.organization)) : roles);
  const change = (organizationId: string | null) => form.setValues({ organizationId, roles: [], brandScope: [] });
  return (
    <CommandDialog
      title={t('people.invite')}
      submitLabel={t('form.sendInvitation')}
      command={command}
      onClose={onClose}
    >
      {organization ? null : (
        <OrganizationSelect value={form.values.organizationId} error={form.errors.organizationId} onChange={change} />
      )}
      <PersonNameField form={form} />
      <TextInput label={t('fields.email')} type="email" required {...form.getInputProps('email')} />
      {target ? <PowerFields key={target.id} form={form} organization={target} /> : null}
      {form.values.organizationId && !target ? <Skeleton h={64} /> : null}
    </CommandDialog>
  );
}

function useTarget(id: string | null) {
  const [{ data }] = useQuery({ query: InvitingOrganization, variables: { id: id ?? '' }, pause: id === null });
  return data?.organization?.id === id ? data?.organization : undefined;
}

interface OrganizationSelectProps {
  value: string | null;
  error?: ReactNode;
  onChange: (value: string | null) => void;
}

function OrganizationSelect(props: OrganizationSelectProps) {
  const { t } = useTranslation('members');
  const directory = useOrganizationDirectory();
  return <RemoteSelect label={t('fields.organization')} required {...directory} {...props} />;
}
