import { Checkbox, Stack, TagsInput, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ServiceScope } from '@/gql/graphql';
import { type AccountDescription, networksError } from './account-form';

/** What a service account is and may; the same fields when it is made and when it is changed. */
export function AccountFields({ form }: { form: UseFormReturnType<AccountDescription> }) {
  const { t } = useTranslation(['partners', 'common']);
  return (
    <>
      <TextInput
        label={t('fields.name')}
        description={t('form.nameHint')}
        required
        maxLength={100}
        {...form.getInputProps('name')}
      />
      <Textarea
        label={t('fields.description')}
        description={t('form.descriptionHint')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={1000}
        {...form.getInputProps('description')}
      />
      <Checkbox.Group
        label={t('fields.scopes')}
        description={t('form.scopesHint')}
        required
        {...form.getInputProps('scopes')}
      >
        <Stack gap="xs" mt={6}>
          {Object.values(ServiceScope).map((scope) => (
            <Checkbox
              key={scope}
              value={scope}
              label={t(`scopes.${scope}.name`)}
              description={t(`scopes.${scope}.text`)}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <TagsInput
        label={t('fields.networks')}
        description={t('form.networksHint')}
        placeholder={form.values.networks.length > 0 ? undefined : '192.0.2.0/24'}
        maxTags={32}
        splitChars={[',', ';', ' ', '\n']}
        clearable
        clearButtonProps={{ 'aria-label': t('common:clear') }}
        {...form.getInputProps('networks')}
        error={networksError(form.errors)}
      />
    </>
  );
}

export function useAccountFaults() {
  const { t } = useTranslation('partners');
  return ({ name, scopes }: AccountDescription) => ({
    ...(name.trim() ? {} : { name: t('form.nameNeeded') }),
    ...(scopes.length > 0 ? {} : { scopes: t('form.scopesNeeded') }),
  });
}
