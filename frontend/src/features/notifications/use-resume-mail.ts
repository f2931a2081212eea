import { graphql } from '@/gql';
import { failureText } from '@/lib/command';
import { useCommand } from '@/lib/use-command';
import { notify } from '@/ui/notify';

const ResumeMail = graphql(`
  mutation ResumeMail($input: ResumeMailInput!) {
    resumeMail(input: $input) {
      person {
        id
        mailSuspendedAt
        mailSuspendedWhy
        version
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Has mails go to a person again that were suspended, and says so; whether they do. */
export function useResumeMail(done: string) {
  const command = useCommand(ResumeMail);
  const run = async (personId: string) => {
    const outcome = await command.run({ input: { personId } });
    void notify(outcome.ok ? done : failureText(outcome.failure));
    return outcome.ok;
  };
  return { run, running: command.running };
}
