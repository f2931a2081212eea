import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { SecondFactorAnswer, SecondFactorMethod } from '@/gql/graphql';
import { passkeysWork, signWithPasskey } from '@/lib/passkeys';
import { usePublicCommand } from '@/lib/public-command';
import { FailureNote } from '@/ui/failure-note';
import { useFailure } from '@/ui/use-failure';
import { type Challenge, enter } from './entered';

const CompleteSignIn = graphql(`
  mutation CompleteSignIn($input: CompleteSignInInput!) {
    completeSignIn(input: $input) {
      ...Entered
    }
  }
`);

interface SecondFactorStepProps {
  challenge: Challenge;
  onSignedIn?: () => void;
  /** Back to the password. */
  onAgain: () => void;
}

const METHODS = ['passkey', 'totp', 'recoveryCode'] as const;
type Way = (typeof METHODS)[number];

const WAYS: Record<SecondFactorMethod, Way> = { PASSKEY: 'passkey', TOTP: 'totp', RECOVERY_CODE: 'recoveryCode' };

/** The ways to go on that the account and this browser know, the handiest first. */
function waysOf({ methods, passkeyOptions }: Challenge): Way[] {
  const known = methods.map((method) => WAYS[method]);
  const works = passkeyOptions && passkeysWork();
  return METHODS.filter((way) => known.includes(way) && (way !== 'passkey' || works));
}

/** What the account asks for beside its password. */
export function SecondFactorStep({ challenge, onSignedIn, onAgain }: SecondFactorStepProps) {
  const { t } = useTranslation('sessions');
  const ways = waysOf(challenge);
  const [way, setWay] = useState<Way>(ways[0] ?? 'recoveryCode');
  const { run, running } = usePublicCommand(CompleteSignIn);
  const form = useForm({ initialValues: { code: '' } });
  const failure = useFailure(form);
  const expired = failure.failure?.code === 'TOKEN_INVALID';

  const prove = async (answer: SecondFactorAnswer) => {
    failure.clear();
    const outcome = await run({ input: { token: challenge.token, answer } });
    if (!outcome.ok) {
      failure.show(outcome.failure);
      form.getInputNode('code')?.focus();
      return;
    }
    if (enter(outcome.payload)) onSignedIn?.();
  };
  const submit = form.onSubmit(({ code }) => {
    const typed = code.replace(/\s/g, '');
    return prove(way === 'totp' ? { totp: typed } : { recoveryCode: typed });
  });
  const turnTo = (next: Way) => {
    failure.clear();
    form.reset();
    setWay(next);
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <FailureNote message={expired ? t('secondFactor.expired') : failure.message} />
        <Text c="dimmed">{t(`secondFactor.${way}.text`)}</Text>
        {way === 'passkey' ? (
          <PasskeyButton
            options={challenge.passkeyOptions}
            running={running}
            disabled={expired}
            onSigned={(passkey) => prove({ passkey })}
          />
        ) : (
          <>
            <TextInput
              key={way}
              label={t(`secondFactor.${way}.label`)}
              inputMode={way === 'totp' ? 'numeric' : 'text'}
              autoComplete={way === 'totp' ? 'one-time-code' : 'off'}
              autoCapitalize="none"
              spellCheck={false}
              maxLength={40}
              autoFocus
              {...form.getInputProps('code')}
            />
            <Button
              type="submit"
              size="sm"
              mt="xs"
              fullWidth
              loading={running}
              disabled={expired || !form.values.code.trim()}
            >
              {t('signIn.submit')}
            </Button>
          </>
        )}
        {ways
          .filter((other) => other !== way)
          .map((other) => (
            <Anchor key={other} component="button" type="button" size="sm" onClick={() => turnTo(other)}>
              {t(`secondFactor.${other}.use`)}
            </Anchor>
          ))}
        <Anchor component="button" type="button" size="sm" onClick={onAgain}>
          {t('secondFactor.again')}
        </Anchor>
      </Stack>
    </form>
  );
}

interface PasskeyButtonProps {
  options: unknown;
  running: boolean;
  disabled: boolean;
  onSigned: (credential: unknown) => void;
}

/** Browsers ask the authenticator only after a click. */
function PasskeyButton({ options, running, disabled, onSigned }: PasskeyButtonProps) {
  const { t } = useTranslation('sessions');
  const [asking, setAsking] = useState(false);
  const [declined, setDeclined] = useState(false);
  const ask = async () => {
    setAsking(true);
    setDeclined(false);
    const signed = await signWithPasskey(options);
    setAsking(false);
    if (signed) onSigned(signed);
    else setDeclined(true);
  };
  return (
    <>
      <FailureNote message={declined ? t('secondFactor.passkey.declined') : null} />
      <Button size="sm" fullWidth autoFocus loading={asking || running} disabled={disabled} onClick={() => void ask()}>
        {t('secondFactor.passkey.use')}
      </Button>
    </>
  );
}
