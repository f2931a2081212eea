import { Anchor, Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { usePublicCommand } from '@/lib/public-command';
import { FailureNote } from '@/ui/failure-note';
import { useFailure } from '@/ui/use-failure';
import { type Challenge, enter } from './entered';

const LinkSingleSignOn = graphql(`
  mutation LinkSingleSignOn($input: LinkSingleSignOnInput!) {
    linkSingleSignOn(input: $input) {
      ...Entered
    }
  }
`);

interface LinkStepProps {
  token: string;
  onChallenge: (challenge: Challenge) => void;
  /** Back to the beginning. */
  onAgain: () => void;
}

/** Once, somebody who used a password so far proves with it whose account the organisation's sign-in is for. */
export function LinkStep({ token, onChallenge, onAgain }: LinkStepProps) {
  const { t } = useTranslation('sessions');
  const { run, running } = usePublicCommand(LinkSingleSignOn);
  const form = useForm({ initialValues: { password: '' } });
  const failure = useFailure(form);
  const expired = failure.failure?.code === 'TOKEN_INVALID';

  const submit = form.onSubmit(async ({ password }) => {
    const outcome = await run({ input: { token, password } });
    if (!outcome.ok) return failure.show(outcome.failure);
    enter(outcome.payload, onChallenge);
  });

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <FailureNote message={expired ? t('secondFactor.expired') : failure.message} />
        <Text c="dimmed">{t('link.text')}</Text>
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          autoFocus
          {...form.getInputProps('password')}
        />
        <Button type="submit" size="sm" mt="xs" fullWidth loading={running} disabled={expired}>
          {t('link.submit')}
        </Button>
        <Anchor component="button" type="button" size="sm" onClick={onAgain}>
          {t('secondFactor.again')}
        </Anchor>
      </Stack>
    </form>
  );
}
