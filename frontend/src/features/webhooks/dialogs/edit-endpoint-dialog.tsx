import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { EndpointDialogProps } from '../endpoint-dialogs';
import { EndpointFields, useEndpointFaults } from '../endpoint-fields';
import { endpointDescriptionOf, endpointInput } from '../endpoint-form';

const UpdateWebhookEndpoint = graphql(`
  mutation UpdateWebhookEndpoint($input: UpdateWebhookEndpointInput!) {
    updateWebhookEndpoint(input: $input) {
      endpoint {
        ...WebhookEndpointPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export default function EditEndpointDialog({ endpoint, onClose, onStale }: EndpointDialogProps) {
  const { t } = useTranslation(['webhooks', 'common']);
  const command = useCommandForm({
    document: UpdateWebhookEndpoint,
    initialValues: endpointDescriptionOf(endpoint),
    draft: `update-webhook-endpoint-${endpoint.id}`,
    variables: (values) => ({
      input: { id: endpoint.id, expectedVersion: endpoint.version, ...endpointInput(values) },
    }),
    validate: useEndpointFaults(),
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
      <EndpointFields form={command.form} />
    </CommandDialog>
  );
}
