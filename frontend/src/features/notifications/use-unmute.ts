import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { failureText } from '@/lib/command';
import { useCommand } from '@/lib/use-command';
import { notify } from '@/ui/notify';

const UnmuteLead = graphql(`
  mutation UnmuteLead($input: UnmuteLeadInput!) {
    unmuteLead(input: $input) {
      lead {
        ...LeadMute
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Has one hear of a lead again, and says so. */
export function useUnmute() {
  const { t } = useTranslation('notifications');
  const command = useCommand(UnmuteLead);
  const run = async ({ id, reference }: { id: string; reference: string }) => {
    const outcome = await command.run({ input: { leadId: id } });
    void notify(outcome.ok ? t('mute.ended', { reference }) : failureText(outcome.failure));
  };
  return { run, running: command.running };
}
