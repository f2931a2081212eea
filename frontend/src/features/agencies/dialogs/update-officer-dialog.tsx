import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { OfficerDialogProps } from '../agency-officers';
import { OfficerFields, type OfficerValues } from '../officer-fields';

const UpdateOfficer = graphql(`
  mutation UpdateOfficer($input: UpdateOfficerInput!) {
    updateOfficer(input: $input) {
      officer {
        ...Officer
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export default function UpdateOfficerDialog({ agency, officer, onClose, onStale }: OfficerDialogProps) {
  const { t } = useTranslation('agencies');
  const initialValues: OfficerValues = {
    personId: officer.person?.id ?? null,
    name: '',
    rank: officer.rank ?? '',
    unit: officer.unit ?? '',
    email: '',
    phone: '',
    languages: officer.languages,
    postedUntil: officer.postedUntil ?? '',
  };
  const command = useCommandForm({
    document: UpdateOfficer,
    initialValues,
    variables: ({ personId, name, rank, unit, email, phone, languages, postedUntil }) => ({
      input: {
        id: officer.id,
        expectedVersion: officer.version,
        // Only what was changed is sent: another account has the officer verified anew.
        ...(personId === initialValues.personId ? {} : { personId }),
        name: name.trim() || undefined,
        rank: rank.trim() || null,
        unit: unit.trim() || null,
        email: email.trim() || undefined,
        phone: phone.trim() || undefined,
        languages,
        postedUntil: postedUntil || null,
      },
    }),
    validate: ({ languages }) => (languages.length > 0 ? {} : { languages: t('form.languagesNeeded') }),
    onDone: () => {
      void notify(t('done.UPDATE'));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog
      title={t('officers.change', { name: officer.maskedName })}
      submitLabel={t('form.save')}
      command={command}
      onClose={onClose}
      size="lg"
    >
      <OfficerFields form={command.form} organizationId={agency.organization.id} kept />
    </CommandDialog>
  );
}
