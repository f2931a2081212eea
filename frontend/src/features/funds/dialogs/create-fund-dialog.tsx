import { Select, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CURRENCIES } from '@/features/leads/lead-form';
import { graphql } from '@/gql';
import { useIdempotencyKey } from '@/lib/draft';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';

const CreateFund = graphql(`
  mutation CreateFund($input: CreateFundInput!) {
    createFund(input: $input) {
      fund {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface CreateFundDialogProps {
  onClose: () => void;
  onCreated: (id: string) => void;
}

/** Makes a fund, empty; its currency stays what it is. */
export default function CreateFundDialog({ onClose, onCreated }: CreateFundDialogProps) {
  const { t } = useTranslation('funds');
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: CreateFund,
    initialValues: { name: '', currency: 'CNY' },
    draft: 'create-fund',
    variables: ({ name, currency }) => ({
      input: { idempotencyKey: idempotencyKey.current, name: name.trim(), currency },
    }),
    validate: ({ name }) => (name.trim() ? {} : { name: t('form.nameNeeded') }),
    onDone: ({ fund }) => {
      renewKey();
      onClose();
      if (fund) onCreated(fund.id);
    },
    // A corrected form is another request; only an unanswered one may be sent again under the same key.
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  const { form } = command;
  return (
    <CommandDialog title={t('new')} submitLabel={t('form.create')} command={command} onClose={onClose}>
      <Text size="sm">{t('texts.CREATE')}</Text>
      <TextInput label={t('fields.name')} required maxLength={200} {...form.getInputProps('name')} />
      <Select
        label={t('fields.currency')}
        searchable
        allowDeselect={false}
        data={CURRENCIES}
        {...form.getInputProps('currency')}
      />
    </CommandDialog>
  );
}
