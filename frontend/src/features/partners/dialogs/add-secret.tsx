import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { ServiceCredentialKind } from '@/gql/graphql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { AccountDialogProps } from '../account-dialogs';
import { SecretOnce } from '../secret-once';
import { tokenCommand } from '../token-command';
import { CredentialFields, NEW_LIFETIME, useLifetimeFaults } from './credential-fields';

const AddServiceSecret = graphql(`
  mutation AddServiceSecret($input: AddServiceSecretInput!) {
    addServiceSecret(input: $input) {
      serviceAccount {
        ...ServiceAccountPage
      }
      clientId
      clientSecret
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface AddSecretProps extends AccountDialogProps {
  onKind: (kind: ServiceCredentialKind) => void;
}

export function AddSecret({ account, onClose, onStale, onKind }: AddSecretProps) {
  const { t } = useTranslation('partners');
  const [made, setMade] = useState<{ id: string; secret: string } | null>(null);
  const command = useCommandForm({
    document: AddServiceSecret,
    initialValues: { ...NEW_LIFETIME },
    variables: ({ days }) => ({ input: { id: account.id, expectedVersion: account.version, days: Number(days) } }),
    validate: useLifetimeFaults(),
    onDone: ({ clientId, clientSecret }) => {
      if (clientId && clientSecret) return setMade({ id: clientId, secret: clientSecret });
      void notify(t('done.ADD_CREDENTIAL'));
      onClose();
    },
    onStale,
  });
  if (made) {
    return (
      <SecretOnce
        title={t('secret.title')}
        text={t('secret.text')}
        values={[
          { label: t('fields.clientId'), value: made.id },
          { label: t('fields.clientSecret'), value: made.secret },
        ]}
        command={tokenCommand(window.location.origin, made.id, made.secret)}
        onDone={onClose}
      />
    );
  }
  return (
    <CommandDialog
      title={t('titles.ADD_CREDENTIAL')}
      submitLabel={t('credential.make')}
      command={command}
      onClose={onClose}
    >
      <CredentialFields kind="SECRET" onKind={onKind} form={command.form} />
    </CommandDialog>
  );
}
