import { PasswordInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { type NewPassword, newPasswordFaults } from './new-password';

export function useNewPasswordForm() {
  const { t } = useTranslation('sessions');
  return useForm<NewPassword>({
    initialValues: { password: '', repeat: '' },
    validate: (values) =>
      Object.fromEntries(
        Object.entries(newPasswordFaults(values)).map(([field, fault]) => [field, t(`invitation.${fault}`)]),
      ),
  });
}

/** A password that is chosen: twice, because nobody sees it. */
export function NewPasswordFields({ form }: { form: UseFormReturnType<NewPassword> }) {
  const { t } = useTranslation('sessions');
  return (
    <>
      <PasswordInput
        label={t('invitation.password')}
        description={t('invitation.passwordHint')}
        autoComplete="new-password"
        autoFocus
        {...form.getInputProps('password')}
      />
      <PasswordInput label={t('invitation.repeat')} autoComplete="new-password" {...form.getInputProps('repeat')} />
    </>
  );
}
