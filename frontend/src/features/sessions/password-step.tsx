import { Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { usePublicCommand } from '@/lib/public-command';
import { keepWay } from '@/lib/way-back';
import { FailureNote } from '@/ui/failure-note';
import { useFailure } from '@/ui/use-failure';
import { type Challenge, enter } from './entered';
import { providerFor } from './single-sign-on';

const SignIn = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      ...Entered
    }
  }
`);

const route = getRouteApi('/sign-in');
/** What went wrong on the way to the organisation's own sign-in and back. */
const PROVIDER_FAULTS = ['SINGLE_SIGN_ON_FAILED', 'PROVIDER_UNAVAILABLE', 'SIGN_IN_FAILED'] as const;

export function PasswordStep({ onChallenge }: { onChallenge: (challenge: Challenge) => void }) {
  const { t } = useTranslation(['sessions', 'common']);
  const { error, redirect } = route.useSearch();
  const fault = PROVIDER_FAULTS.find((each) => each === error);
  const { run, running } = usePublicCommand(SignIn);
  const form = useForm({ initialValues: { email: '', password: '' } });
  const failure = useFailure(form);

  const [note, setNote] = useState(fault ? t(`provider.${fault}`) : null);
  const [leaving, setLeaving] = useState(false);

  const toProvider = async () => {
    failure.clear();
    setNote(null);
    const email = form.values.email.trim();
    if (!email.includes('@')) {
      form.setFieldError('email', t('provider.emailNeeded'));
      form.getInputNode('email')?.focus();
      return;
    }
    setLeaving(true);
    const url = await providerFor(email);
    if (url) {
      keepWay(redirect);
      return location.assign(url);
    }
    setLeaving(false);
    setNote(url === null ? t('provider.none') : t('common:errors.UNREACHABLE'));
  };

  const submit = form.onSubmit(async ({ email, password }) => {
    setNote(null);
    const outcome = await run({ input: { email: email.trim(), password } });
    if (!outcome.ok) return failure.show(outcome.failure);
    enter(outcome.payload, onChallenge);
  });

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <FailureNote message={failure.message ?? note} />
        <TextInput
          label={t('signIn.email')}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          {...form.getInputProps('password')}
        />
        <Button type="submit" size="sm" mt="xs" fullWidth loading={running}>
          {t('signIn.submit')}
        </Button>
        <Button type="button" variant="default" size="sm" fullWidth loading={leaving} onClick={() => void toProvider()}>
          {t('provider.submit')}
        </Button>
        <Anchor component={Link} to="/forgot-password" size="sm" ta="center">
          {t('forgot.link')}
        </Anchor>
        <Text size="xs" c="dimmed">
          {t('signIn.help')}
        </Text>
      </Stack>
    </form>
  );
}
