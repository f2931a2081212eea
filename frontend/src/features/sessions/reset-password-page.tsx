import { Anchor, Button, Stack, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { usePublicCommand } from '@/lib/public-command';
import { FailureNote } from '@/ui/failure-note';
import { useFailure } from '@/ui/use-failure';
import { type Challenge, enter } from './entered';
import { NewPasswordFields, useNewPasswordForm } from './new-password-fields';
import { PublicPage } from './public-page';
import { SecondFactorStep } from './second-factor-step';

const ResetPassword = graphql(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      ...Entered
    }
  }
`);

/** The token stands in the fragment, as an invitation's does. */
export function ResetPasswordPage() {
  const { t } = useTranslation('sessions');
  const navigate = useNavigate();
  const [token] = useState(() => location.hash.slice(1));
  const [challenge, setChallenge] = useState<Challenge>();
  const home = () => void navigate({ to: '/', replace: true });
  if (challenge) {
    return (
      <PublicPage title={t('secondFactor.title')}>
        <SecondFactorStep
          challenge={challenge}
          onSignedIn={home}
          onAgain={() => void navigate({ to: '/sign-in', replace: true })}
        />
      </PublicPage>
    );
  }
  return (
    <PublicPage title={t('reset.title')}>
      {token ? (
        <>
          <Text c="dimmed">{t('reset.text')}</Text>
          <ResetForm token={token} onChallenge={setChallenge} onSignedIn={home} />
        </>
      ) : (
        <Text c="dimmed">{t('reset.missing')}</Text>
      )}
    </PublicPage>
  );
}

interface ResetFormProps {
  token: string;
  onChallenge: (challenge: Challenge) => void;
  onSignedIn: () => void;
}

function ResetForm({ token, onChallenge, onSignedIn }: ResetFormProps) {
  const { t } = useTranslation('sessions');
  const { run, running } = usePublicCommand(ResetPassword);
  const form = useNewPasswordForm();
  const failure = useFailure(form);

  const submit = form.onSubmit(async ({ password }) => {
    failure.clear();
    const outcome = await run({ input: { token, password } });
    if (!outcome.ok) return failure.show(outcome.failure);
    if (enter(outcome.payload, onChallenge)) onSignedIn();
  });

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <FailureNote message={failure.message} />
        <NewPasswordFields form={form} />
        <Button type="submit" size="sm" mt="xs" fullWidth loading={running}>
          {t('reset.submit')}
        </Button>
        {failure.failure?.code === 'TOKEN_INVALID' ? (
          <Anchor component={Link} to="/forgot-password" size="sm" ta="center">
            {t('reset.again')}
          </Anchor>
        ) : null}
      </Stack>
    </form>
  );
}
