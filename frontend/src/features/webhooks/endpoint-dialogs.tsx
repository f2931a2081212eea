import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { WebhookEndpointPageFragment } from '@/gql/graphql';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { useOwnEndpoint } from './use-own-endpoint';

export interface EndpointDialogProps {
  endpoint: WebhookEndpointPageFragment;
  onClose: () => void;
  /** Reads the endpoint again: when somebody else was faster. */
  onStale: () => void;
}

/** Each dialog is loaded when it is first opened. */
const DIALOGS = {
  EDIT: lazy(() => import('./dialogs/edit-endpoint-dialog')),
  ROTATE: lazy(() => import('./dialogs/rotate-secret-dialog')),
  DELETE: lazy(() => import('./dialogs/delete-endpoint-dialog')),
};

const route = getRouteApi('/_app/partners/webhooks/$id');

export function EndpointDialogs({ endpoint, onStale }: { endpoint: WebhookEndpointPageFragment; onStale: () => void }) {
  const { do: step } = route.useSearch();
  const navigate = route.useNavigate();
  const manages = may(useViewer(), 'WEBHOOK_MANAGE');
  const own = useOwnEndpoint(endpoint);
  if (!step || !(step === 'DELETE' ? manages : own)) return null;
  const Dialog = DIALOGS[step];
  const close = () => void navigate({ search: ({ do: _, ...rest }) => rest, replace: true });
  return (
    <Suspense>
      <Dialog endpoint={endpoint} onStale={onStale} onClose={close} />
    </Suspense>
  );
}
