import { Text } from '@mantine/core';
import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import type { PayloadOf } from '@/lib/command';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { OwnPasswordField, useOwnPassword } from './own-password-field';

interface OwnPassword extends Record<string, unknown> {
  password: string;
}

interface PasswordDialogProps<Data, Variables> {
  document: TypedDocumentNode<Data, Variables>;
  variables: (typed: OwnPassword) => Variables;
  title: string;
  submitLabel: string;
  /** What happens then, or to what. */
  text?: string;
  danger?: boolean;
  /** What is told when it is done. */
  done?: string;
  onDone: (payload: PayloadOf<Data>) => void;
  onClose: () => void;
}

/** Every change of the account that needs no more than one's own password: says what it does, then does it. */
export function PasswordDialog<Data extends Record<string, unknown>, Variables extends AnyVariables>(
  props: PasswordDialogProps<Data, Variables>,
) {
  const { document, variables, title, submitLabel, text, danger, done, onDone, onClose } = props;
  const validate = useOwnPassword();
  const command = useCommandForm<Data, Variables, OwnPassword>({
    document,
    initialValues: { password: '' },
    validate,
    variables,
    onDone: (payload) => {
      if (done) void notify(done);
      onDone(payload);
    },
  });
  return (
    <CommandDialog title={title} submitLabel={submitLabel} danger={danger} command={command} onClose={onClose}>
      {text ? <Text size="sm">{text}</Text> : null}
      <OwnPasswordField form={command.form} />
    </CommandDialog>
  );
}
