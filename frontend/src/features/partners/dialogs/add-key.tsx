import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { ServiceCredentialKind } from '@/gql/graphql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { AccountDialogProps } from '../account-dialogs';
import { jwkFault } from '../jwk';
import { CredentialFields, NEW_LIFETIME, useLifetimeFaults } from './credential-fields';

const AddServiceKey = graphql(`
  mutation AddServiceKey($input: AddServiceKeyInput!) {
    addServiceKey(input: $input) {
      serviceAccount {
        ...ServiceAccountPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface AddKeyProps extends AccountDialogProps {
  onKind: (kind: ServiceCredentialKind) => void;
}

export function AddKey({ account, onClose, onStale, onKind }: AddKeyProps) {
  const { t } = useTranslation('partners');
  const lifetimeFaults = useLifetimeFaults();
  const command = useCommandForm({
    document: AddServiceKey,
    initialValues: { ...NEW_LIFETIME, jwk: '' },
    variables: ({ days, jwk }) => ({
      input: { id: account.id, expectedVersion: account.version, days: Number(days), jwk: jwk.trim() },
    }),
    validate: (values) => {
      const fault = jwkFault(values.jwk);
      return { ...lifetimeFaults(values), ...(fault ? { jwk: t(`jwk.${fault}`) } : {}) };
    },
    onDone: () => {
      void notify(t('done.ADD_CREDENTIAL'));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog
      title={t('titles.ADD_CREDENTIAL')}
      submitLabel={t('credential.add')}
      command={command}
      onClose={onClose}
    >
      <CredentialFields kind="KEY" onKind={onKind} form={command.form} />
      <Textarea
        label={t('jwk.label')}
        description={t('jwk.hint')}
        placeholder='{"kty":"OKP","crv":"Ed25519","x":"…","kid":"2026-03"}'
        required
        autosize
        minRows={4}
        maxRows={12}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12 } }}
        {...command.form.getInputProps('jwk')}
      />
    </CommandDialog>
  );
}
