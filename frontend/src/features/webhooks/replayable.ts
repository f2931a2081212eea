import type { WebhookMessageState } from '@/gql/graphql';

interface Sent {
  id: string;
  state: WebhookMessageState;
}

/** What arrived or was given up can be sent again; what waits goes anyway, and what was withheld must not go. */
export function isReplayable({ state }: Pick<Sent, 'state'>): boolean {
  return state === 'DEAD' || state === 'DELIVERED';
}

/** Of those that were ticked, the ones on the page that can be sent again now. */
export function replayable(messages: readonly Sent[], chosen: ReadonlySet<string>): string[] {
  return messages.filter((message) => chosen.has(message.id) && isReplayable(message)).map(({ id }) => id);
}
