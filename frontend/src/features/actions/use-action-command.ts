import type { AnyVariables } from '@urql/core';
import { type CommandDocument, failureText } from '@/lib/command';
import { useCommand } from '@/lib/use-command';
import { notify } from '@/ui/notify';

/** A change that needs no form: it says what went wrong, and reads the action again where somebody was faster. */
export function useActionCommand<Data extends Record<string, unknown>, Variables extends AnyVariables>(
  document: CommandDocument<Data, Variables>,
  onStale: () => void,
) {
  const { run, running } = useCommand(document);
  const act = async (variables: Variables) => {
    const outcome = await run(variables);
    if (outcome.ok) return;
    if (outcome.failure.code === 'STALE_VERSION') onStale();
    void notify(failureText(outcome.failure));
  };
  return { act, running };
}
