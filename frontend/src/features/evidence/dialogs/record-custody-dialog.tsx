import { Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { CustodyActKind } from '@/gql/graphql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { EvidenceDialogProps } from '../evidence-dialogs';

const RecordCustody = graphql(`
  mutation RecordCustody($input: RecordCustodyInput!) {
    recordCustody(input: $input) {
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

export default function RecordCustodyDialog({ evidence, onClose, onStale }: EvidenceDialogProps) {
  const { t } = useTranslation('evidence');
  const command = useCommandForm({
    document: RecordCustody,
    initialValues: { act: CustodyActKind.Examined as CustodyActKind, seal: '', note: '' },
    variables: ({ act, seal, note }) => ({
      input: {
        id: evidence.id,
        expectedVersion: evidence.version,
        act,
        seal: act === 'SEALED' ? seal.trim() : undefined,
        note: note.trim() || undefined,
      },
    }),
    validate: ({ act, seal }) => (act !== 'SEALED' || seal.trim() ? {} : { seal: t('form.sealNeeded') }),
    onDone: () => {
      void notify(t('done.RECORD_CUSTODY'));
      onClose();
    },
    onStale,
    draft: `record-custody-${evidence.id}`,
  });
  const { form } = command;
  return (
    <CommandDialog
      title={t('actions.RECORD_CUSTODY')}
      submitLabel={t('actions.RECORD_CUSTODY')}
      command={command}
      onClose={onClose}
    >
      <Select
        label={t('fields.act')}
        required
        allowDeselect={false}
        data={Object.values(CustodyActKind).map((act) => ({ value: act, label: t(`events.${act}`) }))}
        {...form.getInputProps('act')}
      />
      {form.values.act === 'SEALED' ? (
        <TextInput label={t('fields.seal')} required maxLength={200} {...form.getInputProps('seal')} />
      ) : null}
      <Textarea label={t('fields.note')} autosize minRows={2} maxLength={2000} {...form.getInputProps('note')} />
    </CommandDialog>
  );
}
