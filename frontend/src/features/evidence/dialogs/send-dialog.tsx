import { Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePersonDirectory } from '@/features/members/directory';
import { graphql } from '@/gql';
import { useIdempotencyKey } from '@/lib/draft';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { RemoteSelect } from '@/ui/remote-select';
import type { EvidenceDialogProps } from '../evidence-dialogs';

const SendEvidence = graphql(`
  mutation SendEvidence($input: SendEvidenceInput!) {
    sendEvidence(input: $input) {
      evidence {
        ...EvidencePage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export default function SendDialog({ evidence, onClose, onStale }: EvidenceDialogProps) {
  const { t } = useTranslation('evidence');
  const people = usePersonDirectory();
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: SendEvidence,
    initialValues: { to: null as string | null, seal: '', note: '' },
    variables: ({ to, seal, note }) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        id: evidence.id,
        expectedVersion: evidence.version,
        toPersonId: to ?? '',
        seal: seal.trim() || undefined,
        note: note.trim() || undefined,
      },
    }),
    validate: ({ to }) => (to ? {} : { to: t('send.toNeeded') }),
    onFailure: ({ code, fields }) => {
      if (code !== null) renewKey();
      if (fields.toPersonId) command.form.setFieldError('to', fields.toPersonId);
    },
    onDone: () => {
      void notify(t('done.SEND'));
      onClose();
    },
    onStale,
    draft: `send-evidence-${evidence.id}`,
    undrafted: ['to'],
  });
  const { form } = command;
  return (
    <CommandDialog title={t('actions.SEND')} submitLabel={t('actions.SEND')} command={command} onClose={onClose}>
      <Text size="sm">{t('consequences.SEND')}</Text>
      <RemoteSelect label={t('send.to')} required {...people} {...form.getInputProps('to')} />
      <TextInput label={t('fields.seal')} maxLength={200} {...form.getInputProps('seal')} />
      <Textarea label={t('fields.note')} autosize maxLength={2000} {...form.getInputProps('note')} />
    </CommandDialog>
  );
}
