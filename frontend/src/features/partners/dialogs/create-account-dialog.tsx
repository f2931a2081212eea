import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { useIdempotencyKey } from '@/lib/draft';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { AccountFields, useAccountFaults } from '../account-fields';
import { accountInput, NEW_ACCOUNT } from '../account-form';
import { useSandbox } from '../sandbox-section';

const CreateServiceAccount = graphql(`
  mutation CreateServiceAccount($input: CreateServiceAccountInput!) {
    createServiceAccount(input: $input) {
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

interface CreateAccountDialogProps {
  onClose: () => void;
  onCreated: (id: string) => void;
}

export default function CreateAccountDialog({ onClose, onCreated }: CreateAccountDialogProps) {
  const { t } = useTranslation('partners');
  const [{ data }] = useSandbox();
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: CreateServiceAccount,
    initialValues: { ...NEW_ACCOUNT },
    draft: 'create-service-account',
    variables: (values) => ({
      input: { idempotencyKey: idempotencyKey.current, ...accountInput(values), sandbox: values.sandbox },
    }),
    validate: useAccountFaults(),
    onDone: ({ serviceAccount }) => {
      renewKey();
      void notify(t('done.CREATE', { name: serviceAccount?.name ?? '' }));
      onClose();
      if (serviceAccount) onCreated(serviceAccount.id);
    },
    // A corrected form is another request; only an unanswered one may be sent again under the same key.
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  return (
    <CommandDialog title={t('new')} submitLabel={t('form.create')} command={command} onClose={onClose} size="lg">
      <AccountFields form={command.form} />
      {data?.sandbox ? (
        <Checkbox
          label={t('sandboxes.trial')}
          description={t('sandboxes.trialHint')}
          {...command.form.getInputProps('sandbox', { type: 'checkbox' })}
        />
      ) : null}
    </CommandDialog>
  );
}
