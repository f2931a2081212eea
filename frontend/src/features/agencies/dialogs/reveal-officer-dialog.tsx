import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { RevealOfficerMutation } from '@/gql/graphql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import type { OfficerDialogProps } from '../agency-officers';
import { PurposeField, type PurposeValues, Revealed } from '../revealed';

const RevealOfficer = graphql(`
  mutation RevealOfficer($input: RevealOfficerInput!) {
    revealOfficer(input: $input) {
      officer {
        name
        email
        phone
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

type Shown = NonNullable<RevealOfficerMutation['revealOfficer']['officer']>;

const NO_PURPOSE: PurposeValues = { purpose: null };

export default function RevealOfficerDialog({ officer, onClose, onStale }: OfficerDialogProps) {
  const { t } = useTranslation('agencies');
  const [shown, setShown] = useState<Shown | null>(null);
  const command = useCommandForm({
    document: RevealOfficer,
    initialValues: NO_PURPOSE,
    variables: ({ purpose }) => ({ input: { id: officer.id, purpose: purpose ?? 'INQUIRY' } }),
    validate: ({ purpose }) => (purpose ? {} : { purpose: t('reveal.needed') }),
    onDone: ({ officer: found }) => setShown(found ?? null),
    onStale,
  });
  const title = t('reveal.title', { name: officer.maskedName });
  if (shown) return <Revealed title={title} purpose={command.form.values.purpose} {...shown} onClose={onClose} />;
  return (
    <CommandDialog title={title} submitLabel={t('reveal.submit')} command={command} onClose={onClose}>
      <PurposeField form={command.form} />
    </CommandDialog>
  );
}
