import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { newPasswordFaults } from '@/features/sessions/new-password';
import { graphql } from '@/gql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';

const ChangePassword = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      ...AccountChange
    }
  }
`);

export default function ChangePasswordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['settings', 'sessions', 'common']);
  const command = useCommandForm({
    document: ChangePassword,
    initialValues: { currentPassword: '', newPassword: '', repeat: '' },
    validate: ({ currentPassword, newPassword, repeat }) => {
      const { password, ...faults } = newPasswordFaults({ password: newPassword, repeat });
      return {
        ...(currentPassword ? {} : { currentPassword: t('password.needed') }),
        ...(password ? { newPassword: t(`sessions:invitation.${password}`) } : {}),
        ...(faults.repeat ? { repeat: t(`sessions:invitation.${faults.repeat}`) } : {}),
      };
    },
    variables: ({ currentPassword, newPassword }) => ({ input: { currentPassword, newPassword } }),
    onDone: () => {
      void notify(t('password.changed'));
      onClose();
    },
  });
  const { form } = command;
  return (
    <CommandDialog title={t('password.change')} submitLabel={t('password.change')} command={command} onClose={onClose}>
      <PasswordInput
        label={t('password.own')}
        autoComplete="current-password"
        {...form.getInputProps('currentPassword')}
      />
      <PasswordInput
        label={t('sessions:invitation.password')}
        description={t('sessions:invitation.passwordHint')}
        autoComplete="new-password"
        {...form.getInputProps('newPassword')}
      />
      <PasswordInput
        label={t('sessions:invitation.repeat')}
        autoComplete="new-password"
        {...form.getInputProps('repeat')}
      />
    </CommandDialog>
  );
}
