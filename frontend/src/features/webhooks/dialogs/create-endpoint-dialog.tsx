import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SecretOnce } from '@/features/partners/secret-once';
import { graphql } from '@/gql';
import { useIdempotencyKey } from '@/lib/draft';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { EndpointFields, useEndpointFaults } from '../endpoint-fields';
import { endpointInput, NEW_ENDPOINT } from '../endpoint-form';

const CreateWebhookEndpoint = graphql(`
  mutation CreateWebhookEndpoint($input: CreateWebhookEndpointInput!) {
    createWebhookEndpoint(input: $input) {
      endpoint {
        ...WebhookEndpointPage
      }
      secret
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface CreateEndpointDialogProps {
  /** The account that hears, and whose sight counts. */
  account: string;
  onClose: () => void;
}

export default function CreateEndpointDialog({ account, onClose }: CreateEndpointDialogProps) {
  const { t } = useTranslation('webhooks');
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const [secret, setSecret] = useState<string | null>(null);
  const command = useCommandForm({
    document: CreateWebhookEndpoint,
    initialValues: { ...NEW_ENDPOINT },
    draft: `create-webhook-endpoint-${account}`,
    variables: (values) => ({
      input: { idempotencyKey: idempotencyKey.current, accountId: account, ...endpointInput(values) },
    }),
    validate: useEndpointFaults(),
    onDone: (made) => {
      renewKey();
      if (made.secret) return setSecret(made.secret);
      void notify(t('done.CREATE'));
      onClose();
    },
    // A corrected form is another request; only an unanswered one may be sent again under the same key.
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  if (secret) {
    return (
      <SecretOnce
        title={t('secret.title')}
        text={t('secret.text')}
        values={[{ label: t('secret.label'), value: secret }]}
        onDone={onClose}
      />
    );
  }
  return (
    <CommandDialog title={t('new')} submitLabel={t('form.create')} command={command} onClose={onClose} size="lg">
      <EndpointFields form={command.form} />
    </CommandDialog>
  );
}
