import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { useIdempotencyKey } from '@/lib/draft';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { AgencyDialogProps } from '../agency-dialogs';
import { hoursInput } from '../agency-form';
import { ContactFields, type ContactValues, useContactFaults } from '../contact-fields';

const AddContactPoint = graphql(`
  mutation AddContactPoint($input: AddContactPointInput!) {
    addContactPoint(input: $input) {
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

export default function AddContactDialog({ agency, onClose, onStale }: AgencyDialogProps) {
  const { t } = useTranslation('agencies');
  const faultsOf = useContactFaults();
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const initialValues: ContactValues = {
    role: 'GENERAL',
    label: '',
    email: '',
    phone: '',
    languages: agency.languages,
    hours: [],
  };
  const command = useCommandForm({
    document: AddContactPoint,
    initialValues,
    draft: `add-contact-${agency.id}`,
    variables: ({ role, label, email, phone, languages, hours }) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        agencyId: agency.id,
        role,
        label: label.trim(),
        email: email.trim() || undefined,
        phone: phone.trim() || undefined,
        languages,
        hours: hoursInput(hours),
      },
    }),
    validate: (values) => ({
      ...faultsOf(values),
      ...(values.email.trim() || values.phone.trim() ? {} : { phone: t('form.reachNeeded') }),
    }),
    onDone: () => {
      renewKey();
      onStale();
      void notify(t('done.ADD_CONTACT_POINT'));
      onClose();
    },
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  return (
    <CommandDialog
      title={t('titles.ADD_CONTACT_POINT')}
      submitLabel={t('form.add')}
      command={command}
      onClose={onClose}
      size="lg"
    >
      <ContactFields form={command.form} />
    </CommandDialog>
  );
}
