import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { useIdempotencyKey } from '@/lib/draft';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { AgencyDialogProps } from '../agency-dialogs';
import { OfficerFields, type OfficerValues } from '../officer-fields';

const ProposeOfficer = graphql(`
  mutation ProposeOfficer($input: ProposeOfficerInput!) {
    proposeOfficer(input: $input) {
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

export default function ProposeOfficerDialog({ agency, onClose, onStale }: AgencyDialogProps) {
  const { t } = useTranslation('agencies');
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const initialValues: OfficerValues = {
    personId: null,
    name: '',
    rank: '',
    unit: '',
    email: '',
    phone: '',
    languages: agency.languages,
    postedUntil: '',
  };
  // Names and addresses of officers are not left lying in the browser: no draft.
  const command = useCommandForm({
    document: ProposeOfficer,
    initialValues,
    variables: ({ personId, name, rank, unit, email, phone, languages, postedUntil }) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        agencyId: agency.id,
        personId: personId ?? undefined,
        name: name.trim(),
        rank: rank.trim() || undefined,
        unit: unit.trim() || undefined,
        email: email.trim(),
        phone: phone.trim() || undefined,
        languages,
        postedUntil: postedUntil || undefined,
      },
    }),
    validate: ({ name, email, languages }) => ({
      ...(name.trim() ? {} : { name: t('form.nameNeeded') }),
      ...(email.trim() ? {} : { email: t('form.emailNeeded') }),
      ...(languages.length > 0 ? {} : { languages: t('form.languagesNeeded') }),
    }),
    onDone: () => {
      renewKey();
      onStale();
      void notify(t('done.PROPOSE_OFFICER'));
      onClose();
    },
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  return (
    <CommandDialog
      title={t('titles.PROPOSE_OFFICER')}
      submitLabel={t('form.propose')}
      command={command}
      onClose={onClose}
      size="lg"
    >
      <Text size="sm">{t('form.proposeText')}</Text>
      <OfficerFields form={command.form} organizationId={agency.organization.id} />
    </CommandDialog>
  );
}
