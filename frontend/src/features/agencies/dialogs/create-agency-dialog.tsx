import { useTranslation } from 'react-i18next';
import { useOrganizationDirectory } from '@/features/members/directory';
import { graphql } from '@/gql';
import { useIdempotencyKey } from '@/lib/draft';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { RemoteSelect } from '@/ui/remote-select';
import { AgencyFields, useAgencyFaults } from '../agency-fields';
import { type AgencyValues, emptyJurisdiction, hoursInput, jurisdictionsInput } from '../agency-form';

const CreateAgency = graphql(`
  mutation CreateAgency($input: CreateAgencyInput!) {
    createAgency(input: $input) {
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

interface CreateAgencyDialogProps {
  onClose: () => void;
  onCreated: (id: string) => void;
}

type Values = AgencyValues & { organizationId: string | null };

const INITIAL: Values = {
  organizationId: null,
  kind: 'POLICE',
  jurisdictions: [],
  languages: [],
  timeZone: 'Asia/Shanghai',
  dutyHours: [],
  note: '',
};

/** Enters an organisation that is an agency into the directory. */
export default function CreateAgencyDialog({ onClose, onCreated }: CreateAgencyDialogProps) {
  const { t } = useTranslation('agencies');
  const organizations = useOrganizationDirectory(['LE_AGENCY']);
  const faultsOf = useAgencyFaults();
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: CreateAgency,
    initialValues: { ...INITIAL, jurisdictions: [emptyJurisdiction()] },
    draft: 'create-agency',
    undrafted: ['organizationId'],
    variables: ({ organizationId, kind, jurisdictions, languages, timeZone, dutyHours, note }) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        organizationId: organizationId ?? '',
        kind,
        jurisdictions: jurisdictionsInput(jurisdictions),
        languages,
        timeZone,
        dutyHours: hoursInput(dutyHours),
        note: note.trim() || undefined,
      },
    }),
    validate: (values) => ({
      ...faultsOf(values),
      ...(values.organizationId ? {} : { organizationId: t('form.organizationNeeded') }),
    }),
    onDone: ({ agency }) => {
      renewKey();
      void notify(t('done.CREATE'));
      onClose();
      if (agency) onCreated(agency.id);
    },
    // A corrected form is another request; only an unanswered one may be sent again under the same key.
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  return (
    <CommandDialog title={t('new')} submitLabel={t('form.create')} command={command} onClose={onClose} size="lg">
      <RemoteSelect
        label={t('fields.organization')}
        description={t('form.organizationHint')}
        required
        {...organizations}
        {...command.form.getInputProps('organizationId')}
      />
      <AgencyFields form={command.form} moves />
    </CommandDialog>
  );
}
