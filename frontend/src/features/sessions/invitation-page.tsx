import { Button, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { usePublicCommand } from '@/lib/public-command';
import { FailureNote } from '@/ui/failure-note';
import { useFailure } from '@/ui/use-failure';
import { enter } from './entered';
import { NewPasswordFields, useNewPasswordForm } from './new-password-fields';
import { PublicPage } from './public-page';

const AcceptInvitation = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      ...Entered
    }
  }
`);

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
  const form = useNewPasswordForm();
  const failure = useFailure(form);

  const submit = form.onSubmit(async ({ password }) => {
    const outcome = await run({ input: { token, password } });
    if (!outcome.ok) return failure.show(outcome.failure);
    enter(outcome.payload);
    await navigate({ to: '/', replace: true });
  });

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <FailureNote message={failure.message} />
        <NewPasswordFields form={form} />
        <Button type="submit" size="sm" mt="xs" fullWidth loading={running}>
          {t('invitation.submit')}
        </Button>
      </Stack>
    </form>
  );
}
