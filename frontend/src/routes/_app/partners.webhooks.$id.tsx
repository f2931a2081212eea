import { createFileRoute } from '@tanstack/react-router';
import { EndpointPage } from '@/features/webhooks/endpoint-page';
import { webhookSearch } from '@/features/webhooks/webhook-search';

export const Route = createFileRoute('/_app/partners/webhooks/$id')({
  validateSearch: webhookSearch,
  component: EndpointPage,
});
