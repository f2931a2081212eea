import { Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';

export interface CampaignValues extends Record<string, unknown> {
  name: string;
  purpose: string;
}

export function campaignInput({ name, purpose }: CampaignValues) {
  return { name: name.trim(), purpose: purpose.trim() || undefined };
}

export function CampaignFields({ form }: { form: UseFormReturnType<CampaignValues> }) {
  const { t } = useTranslation('actions');
  return (
    <>
      <TextInput label={t('campaigns.name')} required maxLength={200} {...form.getInputProps('name')} />
      <Textarea
        label={t('campaigns.purpose')}
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('purpose')}
      />
    </>
  );
}
