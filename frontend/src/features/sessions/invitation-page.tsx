import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { session } from '@/lib/browser-session';
import { usePublicCommand } from '@/lib/public-command';
import { FailureNote } from '@/ui/failure-note';
import { useFailure } from '@/ui/use-failure';
import { PublicPage } from './public-page';

const AcceptInvitation = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      accessToken
      expiresIn
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const MIN_LENGTH = 12;

/** The token stands in the fragment, which browsers never send: it reaches the server in the body only. */
export function InvitationPage() {
  const { t } = useTranslation('sessions');
  const [token] = useState(() => location.hash.slice(1));
  if (!token) {
    return (
      <PublicPage title={t('invitation.title')}>
        <Text c="dimmed">{t('invitation.missing')}</Text>
      </PublicPage>
    );
  }
  return (
    <PublicPage title={t('invitation.title')}>
      <Text c="dimmed">{t('invitation.text')}</Text>
      <InvitationForm token={token} />
    </PublicPage>
  );
}

function InvitationForm({ token }: { token: string }) {
  const { t } = useTranslation('sessions');
  const navigate = useNavigate();
  const { run, running } = usePublicCommand(AcceptInvitation);
  const form = useForm({
    initialValues: { password: '', repeat: '' },
    validate: {
      password: (value) => (value.length < MIN_LENGTH ? t('invitation.tooShort') : null),
      repeat: (value, { password }) => (value === password ? null : t('invitation.mismatch')),
    },
  });
  const failure = useFailure(form);

  const submit = form.onSubmit(async ({ password }) => {
    const outcome = await run({ input: { token, password } });
    if (!outcome.ok) return failure.show(outcome.failure);
    const { accessToken, expiresIn } = outcome.payload;
    if (accessToken && expiresIn) session.adopt({ accessToken, expiresIn });
    await navigate({ to: '/', replace: true });
  });

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <FailureNote message={failure.message} />
        <PasswordInput
          label={t('invitation.password')}
          description={t('invitation.passwordHint')}
          autoComplete="new-password"
          autoFocus
          {...form.getInputProps('password')}
        />
        <PasswordInput label={t('invitation.repeat')} autoComplete="new-password" {...form.getInputProps('repeat')} />
        <Button type="submit" size="sm" mt="xs" fullWidth loading={running}>
          {t('invitation.submit')}
        </Button>
      </Stack>
    </form>
  );
}
