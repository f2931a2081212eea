import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';
import type { EndpointDialogProps } from '../endpoint-dialogs';

const DeleteWebhookEndpoint = graphql(`
  mutation DeleteWebhookEndpoint($input: WebhookEndpointInput!) {
    deleteWebhookEndpoint(input: $input) {
      endpoint {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export default function DeleteEndpointDialog({ endpoint, onClose, onStale }: EndpointDialogProps) {
  const { t } = useTranslation('webhooks');
  const navigate = useNavigate();
  return (
    <StepDialog
      document={DeleteWebhookEndpoint}
      target={endpoint}
      title={t('titles.DELETE')}
      submitLabel={t('actions.DELETE')}
      text={t('deleteText')}
      reason="none"
      danger
      onDone={() => {
        void notify(t('done.DELETE'));
        void navigate({ to: '/partners/$id', params: { id: endpoint.account.id }, search: {}, replace: true });
      }}
      onClose={onClose}
      onStale={onStale}
    />
  );
}
