import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { OwnPasskey } from './passkeys';
import { PasswordDialog } from './password-dialog';

const RemovePasskey = graphql(`
  mutation RemovePasskey($input: RemovePasskeyInput!) {
    removePasskey(input: $input) {
      ...AccountChange
    }
  }
`);

export default function RemovePasskeyDialog({ passkey, onClose }: { passkey: OwnPasskey; onClose: () => void }) {
  const { t } = useTranslation('settings');
  return (
    <PasswordDialog
      document={RemovePasskey}
      variables={({ password }) => ({ input: { id: passkey.id, password } })}
      title={t('passkeys.removeTitle')}
      submitLabel={t('passkeys.remove')}
      text={t('passkeys.removeText', { name: passkey.name })}
      danger
      done={t('passkeys.removed')}
      onDone={onClose}
      onClose={onClose}
    />
  );
}
