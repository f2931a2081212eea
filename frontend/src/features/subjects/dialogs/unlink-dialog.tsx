import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';

const UnlinkSubjects = graphql(`
  mutation UnlinkSubjects($input: UnlinkSubjectsInput!) {
    unlinkSubjects(input: $input) {
      subject {
        id
        version
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface UnlinkDialogProps {
  id: string;
  /** The link in words. */
  words: string;
  onClose: () => void;
  onChanged: () => void;
}

export default function UnlinkDialog({ id, words, onClose, onChanged }: UnlinkDialogProps) {
  const { t } = useTranslation('subjects');
  const command = useCommandForm({
    document: UnlinkSubjects,
    initialValues: {},
    variables: () => ({ input: { id } }),
    onDone: () => {
      void notify(t('done.UNLINK'));
      onClose();
      onChanged();
    },
  });
  return (
    <CommandDialog title={words} submitLabel={t('links.remove')} command={command} onClose={onClose} danger>
      <Text size="sm">{t('links.removeText')}</Text>
    </CommandDialog>
  );
}
