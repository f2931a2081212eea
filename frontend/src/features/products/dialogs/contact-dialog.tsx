import { MultiSelect, Select, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguages } from '@/features/agencies/languages';
import { graphql } from '@/gql';
import type { CompanyContactFragment, CompanyContactRole, ContactInput } from '@/gql/graphql';
import { useIdempotencyKey } from '@/lib/draft';
import { every } from '@/lib/every';
import { useViewer } from '@/lib/viewer';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';

const AddCompanyContact = graphql(`
  mutation AddCompanyContact($input: AddCompanyContactInput!) {
    addCompanyContact(input: $input) {
      contact {
        ...CompanyContact
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const UpdateCompanyContact = graphql(`
  mutation UpdateCompanyContact($input: UpdateCompanyContactInput!) {
    updateCompanyContact(input: $input) {
      contact {
        ...CompanyContact
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** For what somebody is called; every one of the contract. */
const ROLES = every<CompanyContactRole>({ DUTY: true, CUSTOMS: true, POLICE: true, TECHNICAL: true });

interface ContactValues extends Record<string, unknown> {
  role: CompanyContactRole;
  name: string;
  email: string;
  phone: string;
  languages: string[];
  timeZone: string;
  hours: string;
}

interface ContactDialogProps {
  organization: string;
  /** Null for a new one. */
  contact: CompanyContactFragment | null;
  onClose: () => void;
  onStale: () => void;
}

/** Says whom enforcers call; what was given is seen by every enforcer of the alliance. */
export default function ContactDialog({ contact, ...props }: ContactDialogProps) {
  return contact ? <Edit contact={contact} {...props} /> : <Add {...props} />;
}

function Add({ organization, onClose, onStale }: Omit<ContactDialogProps, 'contact'>) {
  const { t } = useTranslation('products');
  const { settings } = useViewer();
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const empty: ContactValues = {
    role: 'DUTY',
    name: '',
    email: '',
    phone: '',
    languages: [],
    timeZone: settings.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    hours: '',
  };
  const command = useCommandForm({
    document: AddCompanyContact,
    initialValues: empty,
    draft: `add-company-contact-${organization}`,
    variables: (values) => ({
      input: { idempotencyKey: idempotencyKey.current, organizationId: organization, contact: contactInput(values) },
    }),
    validate: useFaults(),
    onDone: ({ contact }) => {
      renewKey();
      void notify(t('contacts.added', { name: contact?.name ?? '' }));
      onClose();
    },
    // A corrected form is another request; only an unanswered one may be sent again under the same key.
    onFailure: ({ code }) => code !== null && renewKey(),
    onStale,
  });
  return (
    <CommandDialog title={t('contacts.add')} submitLabel={t('contacts.submit')} command={command} onClose={onClose}>
      <Fields form={command.form} />
    </CommandDialog>
  );
}

function Edit({ contact, onClose, onStale }: ContactDialogProps & { contact: CompanyContactFragment }) {
  const { t } = useTranslation(['products', 'common']);
  const { id, version, role, name, languages, timeZone } = contact;
  const values: ContactValues = {
    role,
    name,
    email: contact.email ?? '',
    phone: contact.phone ?? '',
    languages: [...languages],
    timeZone,
    hours: contact.hours ?? '',
  };
  const command = useCommandForm({
    document: UpdateCompanyContact,
    initialValues: values,
    draft: `update-company-contact-${id}`,
    variables: (typed) => ({ input: { id, expectedVersion: version, contact: contactInput(typed) } }),
    validate: useFaults(),
    onDone: () => {
      void notify(t('contacts.saved'));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog
      title={t('contacts.editTitle', { name })}
      submitLabel={t('common:save')}
      command={command}
      onClose={onClose}
    >
      <Fields form={command.form} />
    </CommandDialog>
  );
}

function Fields({ form }: { form: UseFormReturnType<ContactValues> }) {
  const { t } = useTranslation('products');
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const { languages, timeZone } = form.values;
  const { options } = useLanguages(languages);
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput label={t('contacts.name')} required maxLength={100} {...form.getInputProps('name')} />
        <Select
          label={t('contacts.role')}
          allowDeselect={false}
          data={ROLES.map((value) => ({
            value,
            label: t(`contacts.roles.${value}`),
          }))}
          {...form.getInputProps('role')}
        />
        <TextInput label={t('contacts.phone')} type="tel" maxLength={40} {...form.getInputProps('phone')} />
        <TextInput label={t('contacts.email')} type="email" maxLength={254} {...form.getInputProps('email')} />
      </SimpleGrid>
      <MultiSelect
        label={t('contacts.languages')}
        searchable
        hidePickedOptions
        maxValues={10}
        data={options}
        {...form.getInputProps('languages')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          label={t('contacts.hours')}
          placeholder={t('contacts.hoursExample')}
          maxLength={200}
          {...form.getInputProps('hours')}
        />
        <Select
          label={t('contacts.timeZone')}
          searchable
          allowDeselect={false}
          data={zones.includes(timeZone) ? zones : [timeZone, ...zones]}
          {...form.getInputProps('timeZone')}
        />
      </SimpleGrid>
    </>
  );
}

function contactInput(values: ContactValues): ContactInput {
  const { role, languages, timeZone } = values;
  return {
    role,
    name: values.name.trim(),
    email: values.email.trim() || undefined,
    phone: values.phone.trim() || undefined,
    languages,
    timeZone,
    hours: values.hours.trim() || undefined,
  };
}

function useFaults() {
  const { t } = useTranslation('products');
  return ({ name, email, phone }: ContactValues) => ({
    ...(name.trim() ? {} : { name: t('contacts.nameNeeded') }),
    ...(email.trim() || phone.trim() ? {} : { phone: t('contacts.reachNeeded') }),
  });
}
