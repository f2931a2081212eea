import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { AccountDialogProps } from '../account-dialogs';
import { AccountFields, useAccountFaults } from '../account-fields';
import { accountDescriptionOf, accountInput } from '../account-form';

const UpdateServiceAccount = graphql(`
  mutation UpdateServiceAccount($input: UpdateServiceAccountInput!) {
    updateServiceAccount(input: $input) {
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

export default function EditAccountDialog({ account, onClose, onStale }: AccountDialogProps) {
  const { t } = useTranslation(['partners', 'common']);
  const command = useCommandForm({
    document: UpdateServiceAccount,
    initialValues: accountDescriptionOf(account),
    draft: `update-service-account-${account.id}`,
    variables: (values) => ({
      input: { id: account.id, expectedVersion: account.version, ...accountInput(values) },
    }),
    validate: useAccountFaults(),
    onDone: () => {
      void notify(t('done.EDIT'));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog
      title={t('titles.EDIT')}
      submitLabel={t('common:save')}
      command={command}
      onClose={onClose}
      size="lg"
    >
      <Text size="sm">{t('consequences.EDIT')}</Text>
      <AccountFields form={command.form} />
    </CommandDialog>
  );
}
