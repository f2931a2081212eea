import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { failureText } from '@/lib/command';
import { useCommand } from '@/lib/use-command';
import { notify } from '@/ui/notify';

export const ReplayWebhookMessages = graphql(`
  mutation ReplayWebhookMessages($input: ReplayWebhookMessagesInput!) {
    replayWebhookMessages(input: $input) {
      replayed
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Sends messages again, under the same ids: who got one before knows it again. */
export function useReplay(endpointId: string, onReplayed: () => void) {
  const { t } = useTranslation('webhooks');
  const { run, running } = useCommand(ReplayWebhookMessages);
  const send = async ({ messageIds }: { messageIds: string[] }) => {
    const outcome = await run({ input: { endpointId, messageIds } });
    void notify(outcome.ok ? t('replay.done', { count: outcome.payload.replayed }) : failureText(outcome.failure));
    onReplayed();
  };
  return { send, running };
}
