import type { WebhookKind } from '@/gql/graphql';

export interface EndpointDescription extends Record<string, unknown> {
  url: string;
  description: string;
  /** Whether it hears of everything, of what is added later too. */
  all: boolean;
  kinds: WebhookKind[];
}

interface Described {
  url: string;
  description?: string | null;
  kinds: readonly WebhookKind[];
}

export const NEW_ENDPOINT: EndpointDescription = { url: '', description: '', all: true, kinds: [] };

export function endpointDescriptionOf({ url, description, kinds }: Described): EndpointDescription {
  return { url, description: description ?? '', all: kinds.length === 0, kinds: [...kinds] };
}

/** No kind is every kind. */
export function endpointInput({ url, description, all, kinds }: EndpointDescription) {
  return { url: url.trim(), description: description.trim() || null, kinds: all ? [] : kinds };
}

export type EndpointFault = 'urlNeeded' | 'urlMalformed' | 'kindsNeeded';

/** An address in its parts; null where it is none. */
export function addressOf(url: string): URL | null {
  return URL.canParse(url.trim()) ? new URL(url.trim()) : null;
}

/** What can be seen of it here; whether an address may be sent to is the server's to say. */
export function endpointFaults({ url, all, kinds }: EndpointDescription) {
  const faults: Partial<Record<'url' | 'kinds', EndpointFault>> = {};
  if (!url.trim()) faults.url = 'urlNeeded';
  else if (!/^https?:$/.test(addressOf(url)?.protocol ?? '')) faults.url = 'urlMalformed';
  if (!all && kinds.length === 0) faults.kinds = 'kindsNeeded';
  return faults;
}
