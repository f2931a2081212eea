import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { failureText } from '@/lib/command';
import { makePasskey } from '@/lib/passkeys';
import { useCommand } from '@/lib/use-command';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { OwnPasswordField, useOwnPassword } from './own-password-field';
import { PasskeyName } from './passkey-name';
import { RecoveryCodesDialog } from './recovery-codes-dialog';

const StartPasskey = graphql(`
  mutation StartPasskey($input: PasswordInput!) {
    startPasskey(input: $input) {
      token
      options
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const AddPasskey = graphql(`
  mutation AddPasskey($input: AddPasskeyInput!) {
    addPasskey(input: $input) {
      recoveryCodes
      viewer {
        account {
          ...Account
        }
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Name and password, then what the browser asks; recovery codes where this is the first second factor. */
export default function AddPasskeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings');
  const passwordFaults = useOwnPassword();
  const [codes, setCodes] = useState<readonly string[]>();
  const [fault, setFault] = useState<string | null>(null);
  const [making, setMaking] = useState(false);
  const add = useCommand(AddPasskey);

  const make = async (token: string, options: unknown, name: string) => {
    setMaking(true);
    const credential = await makePasskey(options);
    setMaking(false);
    if (!credential) return setFault(t('passkeys.declined'));
    const outcome = await add.run({ input: { token, name, credential } });
    if (!outcome.ok) return setFault(failureText(outcome.failure));
    void notify(t('passkeys.added'));
    const { recoveryCodes } = outcome.payload;
    if (recoveryCodes?.length) setCodes(recoveryCodes);
    else onClose();
  };
  const command = useCommandForm({
    document: StartPasskey,
    initialValues: { name: '', password: '' },
    validate: ({ name, password }) => ({
      ...(name.trim() ? {} : { name: t('passkeys.nameNeeded') }),
      ...passwordFaults({ password }),
    }),
    variables: ({ password }) => ({ input: { password } }),
    onDone: ({ token, options }) => {
      setFault(null);
      if (token && options) void make(token, options, command.form.values.name);
    },
  });

  if (codes) return <RecoveryCodesDialog codes={codes} onDone={onClose} />;
  const running = command.running || making || add.running;
  return (
    <CommandDialog
      title={t('passkeys.add')}
      submitLabel={t('factor.next')}
      command={{ ...command, running, message: command.message ?? fault }}
      onClose={onClose}
    >
      <Text size="sm">{t('passkeys.addText')}</Text>
      <PasskeyName form={command.form} />
      <OwnPasswordField form={command.form} />
    </CommandDialog>
  );
}
