import { Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { useIdempotencyKey } from '@/lib/draft';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';

const WatchSeller = graphql(`
  mutation WatchSeller($input: WatchSellerInput!) {
    watchSeller(input: $input) {
      watchedSeller {
        ...WatchedSellerRow
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface WatchDialogProps {
  platform?: string;
  shopId?: string;
  name?: string;
  onClose: () => void;
}

/** Puts a shop on the list of the own organisation. */
export default function WatchDialog({ platform = '', shopId = '', name = '', onClose }: WatchDialogProps) {
  const { t } = useTranslation('screening');
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: WatchSeller,
    initialValues: { platform, shopId, name, note: '' },
    draft: `watch-seller-${platform}-${shopId}`,
    variables: (values) => ({
      input: {
        platform: values.platform.trim(),
        shopId: values.shopId.trim(),
        name: values.name.trim() || undefined,
        note: values.note.trim() || undefined,
        idempotencyKey: idempotencyKey.current,
      },
    }),
    validate: (values) => ({
      ...(values.platform.trim() ? {} : { platform: t('sellers.platformNeeded') }),
      ...(values.shopId.trim() ? {} : { shopId: t('sellers.shopNeeded') }),
    }),
    onDone: ({ watchedSeller }) => {
      renewKey();
      void notify(t('sellers.watched', { name: watchedSeller?.name ?? watchedSeller?.shopId ?? '' }));
      onClose();
    },
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  const { form } = command;
  return (
    <CommandDialog title={t('sellers.watchTitle')} submitLabel={t('sellers.add')} command={command} onClose={onClose}>
      <Text size="sm">{t('sellers.text')}</Text>
      <TextInput
        label={t('fields.platform')}
        description={t('sellers.platformHint')}
        required
        maxLength={200}
        {...form.getInputProps('platform')}
      />
      <TextInput label={t('fields.shopId')} required maxLength={200} {...form.getInputProps('shopId')} />
      <TextInput label={t('sellers.name')} maxLength={200} {...form.getInputProps('name')} />
      <Textarea label={t('sellers.note')} autosize minRows={2} maxLength={500} {...form.getInputProps('note')} />
    </CommandDialog>
  );
}
