import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { AgencyDialogProps } from '../agency-dialogs';
import { AgencyFields, useAgencyFaults } from '../agency-fields';
import { type AgencyValues, hoursInput, hoursOf, jurisdictionsInput, jurisdictionsOf } from '../agency-form';

const UpdateAgency = graphql(`
  mutation UpdateAgency($input: UpdateAgencyInput!) {
    updateAgency(input: $input) {
      agency {
        ...AgencyPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export default function UpdateAgencyDialog({ agency, onClose, onStale }: AgencyDialogProps) {
  const { t } = useTranslation('agencies');
  const faultsOf = useAgencyFaults();
  const moves = agency.allowedActions.includes('MOVE');
  const initialValues: AgencyValues = {
    kind: agency.kind,
    jurisdictions: jurisdictionsOf(agency.jurisdictions),
    languages: agency.languages,
    timeZone: agency.timeZone,
    dutyHours: hoursOf(agency.dutyHours),
    note: agency.note ?? '',
  };
  const command = useCommandForm({
    document: UpdateAgency,
    initialValues,
    draft: `update-agency-${agency.id}`,
    variables: ({ kind, jurisdictions, languages, timeZone, dutyHours, note }) => ({
      input: {
        id: agency.id,
        expectedVersion: agency.version,
        languages,
        timeZone,
        dutyHours: hoursInput(dutyHours),
        note: note.trim() || null,
        ...(moves ? { kind, jurisdictions: jurisdictionsInput(jurisdictions) } : {}),
      },
    }),
    validate: faultsOf,
    onDone: () => {
      void notify(t('done.UPDATE'));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog
      title={t('titles.UPDATE')}
      submitLabel={t('form.save')}
      command={command}
      onClose={onClose}
      size="lg"
    >
      <AgencyFields form={command.form} moves={moves} />
    </CommandDialog>
  );
}
