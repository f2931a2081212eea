import { Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { OrganizationKind } from '@/gql/graphql';
import { useIdempotencyKey } from '@/lib/draft';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { Section } from '@/ui/section';
import { OrganizationFields } from '../organization-fields';
import { emptyOrganization, organizationInput } from '../organization-form';

const InviteOrganization = graphql(`
  mutation InviteOrganization($input: InviteOrganizationInput!) {
    inviteOrganization(input: $input) {
      organization {
        id
        name
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface InviteOrganizationDialogProps {
  onClose: () => void;
  onInvited: (id: string) => void;
}

export default function InviteOrganizationDialog({ onClose, onInvited }: InviteOrganizationDialogProps) {
  const { t } = useTranslation(['members', 'enums']);
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: InviteOrganization,
    initialValues: { kind: 'MEMBER_BRAND' as OrganizationKind, ...emptyOrganization(), adminName: '', adminEmail: '' },
    draft: 'invite-organization',
    variables: ({ kind, adminName, adminEmail, ...description }) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        kind,
        ...organizationInput(description),
        adminName: adminName.trim(),
        adminEmail: adminEmail.trim(),
      },
    }),
    validate: ({ name, adminName, adminEmail }) => ({
      ...(name.trim() ? {} : { name: t('form.nameNeeded') }),
      ...(adminName.trim() ? {} : { adminName: t('form.personNameNeeded') }),
      ...(adminEmail.includes('@') ? {} : { adminEmail: t('form.emailNeeded') }),
    }),
    onDone: ({ organization }) => {
      if (!organization) return;
      renewKey();
      void notify(t('organizations.invited', { name: organization.name }));
      onClose();
      onInvited(organization.id);
    },
    // A corrected form is another request; only an unanswered one may be sent again under the same key.
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  const { form } = command;
  return (
    <CommandDialog
      title={t('organizations.invite')}
      submitLabel={t('form.sendInvitation')}
      command={command}
      onClose={onClose}
      size="lg"
    >
      <Select
        label={t('fields.kind')}
        allowDeselect={false}
        data={Object.values(OrganizationKind).map((value) => ({ value, label: t(`enums:organizationKind.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      <OrganizationFields form={form} />
      <Section title={t('form.firstPerson')}>
        <Text size="sm" c="dimmed" mb={8}>
          {t('form.firstPersonHint')}
        </Text>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextInput label={t('fields.personName')} required maxLength={100} {...form.getInputProps('adminName')} />
          <TextInput label={t('fields.email')} type="email" required {...form.getInputProps('adminEmail')} />
        </SimpleGrid>
      </Section>
    </CommandDialog>
  );
}
