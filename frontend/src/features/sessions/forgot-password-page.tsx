import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { usePublicCommand } from '@/lib/public-command';
import { FailureNote } from '@/ui/failure-note';
import { useFailure } from '@/ui/use-failure';
import { PublicPage } from './public-page';

const RequestPasswordReset = graphql(`
  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
    requestPasswordReset(input: $input) {
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Says the same whether there is such an account or not, as the server does. */
export function ForgotPasswordPage() {
  const { t } = useTranslation('sessions');
  const { run, running } = usePublicCommand(RequestPasswordReset);
  const [asked, setAsked] = useState<string>();
  const form = useForm({
    initialValues: { email: '' },
    validate: { email: (value) => (/^\S+@\S+$/.test(value.trim()) ? null : t('forgot.emailNeeded')) },
  });
  const failure = useFailure(form);

  const submit = form.onSubmit(async ({ email }) => {
    failure.clear();
    const outcome = await run({ input: { email: email.trim() } });
    if (!outcome.ok) return failure.show(outcome.failure);
    setAsked(email.trim());
  });

  return (
    <PublicPage title={t('forgot.title')}>
      {asked ? (
        <Text role="status">{t('forgot.sent', { email: asked })}</Text>
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack gap="sm">
            <FailureNote message={failure.message} />
            <Text c="dimmed">{t('forgot.text')}</Text>
            <TextInput
              label={t('signIn.email')}
              type="email"
              autoComplete="username"
              autoFocus
              {...form.getInputProps('email')}
            />
            <Button type="submit" size="sm" mt="xs" fullWidth loading={running}>
              {t('forgot.submit')}
            </Button>
          </Stack>
        </form>
      )}
      <Anchor component={Link} to="/sign-in" size="sm" ta="center">
        {t('forgot.back')}
      </Anchor>
    </PublicPage>
  );
}
