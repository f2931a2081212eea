import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { IdentifierChipFragment } from '@/gql/graphql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { SubjectDialogProps } from '../subject-dialogs';

const RemoveIdentifier = graphql(`
  mutation RemoveIdentifier($input: RemoveIdentifierInput!) {
    removeIdentifier(input: $input) {
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

interface RemoveIdentifierDialogProps extends SubjectDialogProps {
  identifier: IdentifierChipFragment;
}

export default function RemoveIdentifierDialog({ subject, identifier, onClose, onStale }: RemoveIdentifierDialogProps) {
  const { t } = useTranslation('subjects');
  const kind = t(`identifierKinds.${identifier.kind}`);
  const command = useCommandForm({
    document: RemoveIdentifier,
    initialValues: {},
    variables: () => ({
      input: { id: subject.id, expectedVersion: subject.version, identifierId: identifier.id },
    }),
    onDone: () => {
      void notify(t('done.IDENTIFIER_REMOVED'));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog
      title={t('identifiers.removeOf', { kind, value: identifier.value })}
      submitLabel={t('identifiers.remove')}
      command={command}
      onClose={onClose}
      danger
    >
      <Text size="sm">{t('identifiers.removeText')}</Text>
    </CommandDialog>
  );
}
