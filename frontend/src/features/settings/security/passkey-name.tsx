import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';

const LONGEST = 60;

/** What one calls a passkey. */
export function PasskeyName<Values extends { name: string }>({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation('settings');
  return (
    <TextInput
      label={t('passkeys.name')}
      description={t('passkeys.nameHint')}
      placeholder={t('passkeys.namePlaceholder')}
      maxLength={LONGEST}
      data-autofocus
      {...form.getInputProps('name')}
    />
  );
}
