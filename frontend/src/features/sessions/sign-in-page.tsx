import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { session } from '@/lib/browser-session';
import { usePublicCommand } from '@/lib/public-command';
import { FailureNote } from '@/ui/failure-note';
import { useFailure } from '@/ui/use-failure';
import { PublicPage } from './public-page';

const SignIn = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
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

export function SignInPage() {
  const { t } = useTranslation('sessions');
  const { run, running } = usePublicCommand(SignIn);
  const form = useForm({ initialValues: { email: '', password: '' } });
  const failure = useFailure(form);

  const submit = form.onSubmit(async ({ email, password }) => {
    const outcome = await run({ input: { email: email.trim(), password } });
    if (!outcome.ok) return failure.show(outcome.failure);
    const { accessToken, expiresIn } = outcome.payload;
    if (accessToken && expiresIn) session.adopt({ accessToken, expiresIn });
  });

  return (
    <PublicPage title={t('signIn.title')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <FailureNote message={failure.message} />
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
          <Text size="xs" c="dimmed">
            {t('signIn.help')}
          </Text>
        </Stack>
      </form>
    </PublicPage>
  );
}
