import { Select, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { CustodyActKind } from '@/gql/graphql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { SampleDialogProps } from '../sample-dialogs';

const RecordSampleCustody = graphql(`
  mutation RecordSampleCustody($input: RecordSampleCustodyInput!) {
    recordSampleCustody(input: $input) {
      sample {
        ...SamplePage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export default function RecordCustodyDialog({ sample, onClose, onStale }: SampleDialogProps) {
  const { t } = useTranslation(['samples', 'evidence']);
  const command = useCommandForm({
    document: RecordSampleCustody,
    initialValues: { act: CustodyActKind.Examined as CustodyActKind, seal: '', note: '' },
    variables: ({ act, seal, note }) => ({
      input: {
        id: sample.id,
        expectedVersion: sample.custodyVersion,
        act,
        seal: act === 'SEALED' ? seal.trim() : undefined,
        note: note.trim() || undefined,
      },
    }),
    validate: ({ act, seal }) => (act !== 'SEALED' || seal.trim() ? {} : { seal: t('evidence:form.sealNeeded') }),
    onDone: () => {
      void notify(t('done.RECORD_CUSTODY'));
      onClose();
    },
    onStale,
    draft: `record-sample-custody-${sample.id}`,
  });
  const { form } = command;
  return (
    <CommandDialog
      title={t('steps.RECORD_CUSTODY')}
      submitLabel={t('steps.RECORD_CUSTODY')}
      command={command}
      onClose={onClose}
    >
      <Text size="sm">{t('consequences.RECORD_CUSTODY')}</Text>
      <Select
        label={t('evidence:fields.act')}
        required
        allowDeselect={false}
        data={Object.values(CustodyActKind).map((act) => ({ value: act, label: t(`evidence:events.${act}`) }))}
        {...form.getInputProps('act')}
      />
      {form.values.act === 'SEALED' ? (
        <TextInput label={t('fields.seal')} required maxLength={200} {...form.getInputProps('seal')} />
      ) : null}
      <Textarea label={t('form.note')} autosize minRows={2} maxLength={2000} {...form.getInputProps('note')} />
    </CommandDialog>
  );
}
