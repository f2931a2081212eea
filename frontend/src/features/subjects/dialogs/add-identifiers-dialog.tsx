import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { IdentifierFields, sendingFilled } from '../identifier-fields';
import type { SubjectDialogProps } from '../subject-dialogs';
import { emptyIdentifier, type IdentifierValues, identifierInputs } from '../subject-form';

const AddIdentifiers = graphql(`
  mutation AddIdentifiers($input: AddIdentifiersInput!) {
    addIdentifiers(input: $input) {
      subject {
        ...SubjectPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Adds what a subject is known by. Not kept as a draft: it may be a person's. */
export default function AddIdentifiersDialog({ subject, onClose, onStale }: SubjectDialogProps) {
  const { t } = useTranslation('subjects');
  const command = useCommandForm({
    document: AddIdentifiers,
    initialValues: { identifiers: [emptyIdentifier()] } as { identifiers: IdentifierValues[] },
    variables: ({ identifiers }) => ({
      input: { id: subject.id, expectedVersion: subject.version, identifiers: identifierInputs(identifiers) },
    }),
    validate: ({ identifiers }) =>
      identifierInputs(identifiers).length > 0 ? {} : { identifiers: t('identifiers.needed') },
    onDone: () => {
      void notify(t('done.IDENTIFIERS'));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog
      title={t('identifiers.addTitle')}
      submitLabel={t('actions.ADD')}
      command={sendingFilled(command)}
      onClose={onClose}
      size="lg"
    >
      <IdentifierFields form={command.form} subjectKind={subject.kind} />
    </CommandDialog>
  );
}
