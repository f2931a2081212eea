import { Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';

import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { ReferralDialogProps } from '../referral-dialogs';

const AcceptReferral = graphql(`
  mutation AcceptReferral($input: AcceptReferralInput!) {
    acceptReferral(input: $input) {
      referral {
        ...ReferralPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export default function AcceptReferralDialog({ referral, onClose, onStale }: ReferralDialogProps) {
  const { t } = useTranslation('referrals');
  const command = useCommandForm({
    document: AcceptReferral,
    initialValues: { fileNumber: '', note: '' },
    draft: `acceptReferral-${referral.id}`,
    variables: ({ fileNumber, note }) => ({
      input: {
        id: referral.id,
        expectedVersion: referral.version,
        fileNumber: fileNumber.trim(),
        note: note.trim() || undefined,
      },
    }),
    validate: ({ fileNumber }) => (fileNumber.trim() ? {} : { fileNumber: t('form.fileNumberNeeded') }),
    onDone: () => {
      void notify(t('done.ACCEPT'));
      onClose();
    },
    onStale,
  });
  const { form } = command;
  return (
    <CommandDialog title={t('actions.ACCEPT')} submitLabel={t('actions.ACCEPT')} command={command} onClose={onClose}>
      <Text size="sm">{t('texts.ACCEPT')}</Text>
      <TextInput label={t('fields.fileNumber')} required maxLength={200} {...form.getInputProps('fileNumber')} />
      <Textarea label={t('fields.note')} autosize minRows={2} maxLength={2000} {...form.getInputProps('note')} />
    </CommandDialog>
  );
}
