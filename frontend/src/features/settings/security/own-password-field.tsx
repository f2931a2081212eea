import { PasswordInput, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { AccountQuery } from './account';

/** Whether there is a password to be asked for; without one a sign-in of the last minutes stands for it. */
function useIsAsked() {
  const [{ data }] = useQuery({ query: AccountQuery });
  return data?.viewer?.account.passwordSet ?? true;
}

/** Asked again before what a thief of the session must not do. */
export function OwnPasswordField<Values extends { password: string }>({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation('settings');
  const isAsked = useIsAsked();
  if (!isAsked) {
    return (
      <Text size="sm" c="dimmed">
        {t('password.signedInJustNow')}
      </Text>
    );
  }
  return (
    <PasswordInput
      label={t('password.own')}
      description={t('password.ownHint')}
      autoComplete="current-password"
      {...form.getInputProps('password')}
    />
  );
}

/** Misses the password where there is one. */
export function useOwnPassword() {
  const { t } = useTranslation('settings');
  const isAsked = useIsAsked();
  return ({ password }: { password: string }) => (isAsked && !password ? { password: t('password.needed') } : {});
}
