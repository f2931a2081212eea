import { WebhookMessageState } from '@/gql/graphql';
import { keysetParams } from '@/lib/keyset';
import { many, one, searchShape } from '@/lib/search-params';

/** What can be done to an endpoint beside sending again; each has a dialog. */
export const ENDPOINT_STEPS = { EDIT: 'EDIT', ROTATE: 'ROTATE', DELETE: 'DELETE' } as const;
export type EndpointStep = keyof typeof ENDPOINT_STEPS;

/** The dialog is in the address: it can be linked to and the back button closes it. */
export const webhookSearch = searchShape({
  ...keysetParams,
  do: one(ENDPOINT_STEPS),
  states: many(WebhookMessageState),
});
