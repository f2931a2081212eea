import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { useFormats } from '@/lib/format';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { OwnCredential } from '../account-credentials';
import type { AccountDialogProps } from '../account-dialogs';
import { isLive } from '../credential-expiry';

const EndServiceCredential = graphql(`
  mutation EndServiceCredential($input: EndServiceCredentialInput!) {
    endServiceCredential(input: $input) {
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

interface EndCredentialDialogProps extends AccountDialogProps {
  credential: OwnCredential;
}

/** Says what stops working, and whether anything goes on. */
export default function EndCredentialDialog({ account, credential, onClose, onStale }: EndCredentialDialogProps) {
  const { t } = useTranslation('partners');
  const { relative } = useFormats();
  const left = account.credentials.filter((each) => each.id !== credential.id && isLive(each)).length;
  const { lastUsedAt, kind, hint } = credential;
  const command = useCommandForm({
    document: EndServiceCredential,
    initialValues: {},
    variables: () => ({
      input: { id: account.id, credentialId: credential.id, expectedVersion: account.version },
    }),
    onDone: () => {
      void notify(t('done.END_CREDENTIAL'));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog
      title={t('titles.END_CREDENTIAL')}
      submitLabel={t('endCredential')}
      command={command}
      onClose={onClose}
      danger
    >
      <Text size="sm">{t(`ending.${kind}`, { hint })}</Text>
      <Text size="sm">{lastUsedAt ? t('ending.used', { when: relative(lastUsedAt) }) : t('ending.unused')}</Text>
      <Text size="sm" fw={left === 0 ? 600 : undefined}>
        {left === 0 ? t('ending.last', { name: account.name }) : t('ending.others', { count: left })}
      </Text>
    </CommandDialog>
  );
}
