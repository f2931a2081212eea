import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { ContactDialogProps } from '../agency-contacts';
import { hoursInput, hoursOf } from '../agency-form';
import { ContactFields, type ContactValues, useContactFaults } from '../contact-fields';

const UpdateContactPoint = graphql(`
  mutation UpdateContactPoint($input: UpdateContactPointInput!) {
    updateContactPoint(input: $input) {
      contactPoint {
        ...ContactPoint
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export default function UpdateContactDialog({ contact, onClose, onStale }: ContactDialogProps) {
  const { t } = useTranslation('agencies');
  const initialValues: ContactValues = {
    role: contact.role,
    label: contact.label,
    email: '',
    phone: '',
    languages: contact.languages,
    hours: hoursOf(contact.hours),
  };
  const command = useCommandForm({
    document: UpdateContactPoint,
    initialValues,
    draft: `update-contact-${contact.id}`,
    variables: ({ role, label, email, phone, languages, hours }) => ({
      input: {
        id: contact.id,
        expectedVersion: contact.version,
        role,
        label: label.trim(),
        email: email.trim() || undefined,
        phone: phone.trim() || undefined,
        languages,
        hours: hoursInput(hours),
      },
    }),
    validate: useContactFaults(),
    onDone: () => {
      void notify(t('done.UPDATE'));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog
      title={t('contacts.change')}
      submitLabel={t('form.save')}
      command={command}
      onClose={onClose}
      size="lg"
    >
      <ContactFields form={command.form} kept />
    </CommandDialog>
  );
}
