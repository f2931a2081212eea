import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { PasskeyName } from './passkey-name';
import type { OwnPasskey } from './passkeys';

const RenamePasskey = graphql(`
  mutation RenamePasskey($input: RenamePasskeyInput!) {
    renamePasskey(input: $input) {
      ...AccountChange
    }
  }
`);

export default function RenamePasskeyDialog({ passkey, onClose }: { passkey: OwnPasskey; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const command = useCommandForm({
    document: RenamePasskey,
    initialValues: { name: passkey.name },
    validate: ({ name }) => (name.trim() ? {} : { name: t('passkeys.nameNeeded') }),
    variables: ({ name }) => ({ input: { id: passkey.id, name } }),
    onDone: () => {
      void notify(t('passkeys.renamed'));
      onClose();
    },
  });
  return (
    <CommandDialog
      title={t('passkeys.renameTitle')}
      submitLabel={t('passkeys.rename')}
      command={command}
      onClose={onClose}
    >
      <PasskeyName form={command.form} />
    </CommandDialog>
  );
}
