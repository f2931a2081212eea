import { Select, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { EvidenceKind, type Tlp } from '@/gql/graphql';
import { useIdempotencyKey } from '@/lib/draft';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { TLP_TEXT } from '@/ui/tlp-badge';
import { kindOf, localMoment, momentOf, stricter } from '../evidence-form';
import { Sending, useUpload } from '../sending';
import { AboutFields } from './about-fields';

const AttachEvidence = graphql(`
  mutation AttachEvidence($input: AttachEvidenceInput!) {
    attachEvidence(input: $input) {
      evidence {
        ...EvidenceRow
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface AttachDialogProps {
  leadId: string;
  leadTlp: Tlp;
  /** Null for a thing. */
  file: File | null;
  /** How many wait behind it. */
  left: number;
  onClose: () => void;
}

/** Says what a file or a thing is while the file is on its way. */
export default function AttachDialog({ leadId, leadTlp, file, left, onClose }: AttachDialogProps) {
  const { t } = useTranslation('evidence');
  const sent = useUpload(file);
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const kinds = Object.values(EvidenceKind).filter((kind) => (kind === 'PHYSICAL_SAMPLE') === (file === null));
  const command = useCommandForm({
    document: AttachEvidence,
    initialValues: {
      title: file ? file.name.replace(/\.[^.]+$/, '').slice(0, 200) : '',
      kind: kindOf(file),
      tlp: leadTlp,
      itemId: null as string | null,
      parentId: null as string | null,
      collectedAt: localMoment(file ? new Date(file.lastModified) : new Date()),
      source: '',
      method: '',
      tool: '',
      seal: '',
    },
    variables: (values) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        leadId,
        uploadId: sent.uploaded?.id,
        kind: values.kind,
        title: values.title.trim(),
        tlp: values.tlp === leadTlp ? undefined : values.tlp,
        itemId: values.itemId ?? undefined,
        parentId: values.parentId ?? undefined,
        ...momentOf(values.collectedAt),
        source: values.source.trim() || undefined,
        method: values.method.trim() || undefined,
        tool: values.tool.trim() || undefined,
        seal: values.seal.trim() || undefined,
      },
    }),
    validate: ({ title, collectedAt }) => ({
      ...(title.trim() ? {} : { title: t('form.titleNeeded') }),
      ...(Number.isNaN(Date.parse(collectedAt)) ? { collectedAt: t('form.momentNeeded') } : {}),
    }),
    onFailure: ({ code }) => code !== null && renewKey(),
    onDone: () => {
      void notify(t('done.ATTACH'));
      onClose();
    },
  });
  const { form } = command;
  const ready = file === null || sent.uploaded !== null;
  return (
    <CommandDialog
      title={file ? t('form.title', { name: file.name }) : t('add.sample')}
      submitLabel={t('actions.ATTACH')}
      command={{ ...command, message: sent.failure ? t(`upload.${sent.failure}`) : command.message }}
      onClose={onClose}
      disabled={!ready}
      size="lg"
    >
      {file ? <Sending {...sent} /> : null}
      {left > 0 ? (
        <Text size="sm" c="dimmed">
          {t('form.left', { count: left })}
        </Text>
      ) : null}
      <TextInput label={t('fields.title')} required maxLength={200} {...form.getInputProps('title')} />
      <Select
        label={t('fields.kind')}
        required
        allowDeselect={false}
        data={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        {...form.getInputProps('kind')}
      />
      <Select
        label={t('fields.tlp')}
        description={t('form.tlpHint')}
        allowDeselect={false}
        data={stricter(leadTlp).map((tlp) => ({ value: tlp, label: TLP_TEXT[tlp] }))}
        {...form.getInputProps('tlp')}
      />
      <AboutFields leadId={leadId} form={form} />
      <TextInput
        type="datetime-local"
        label={t('fields.collectedAt')}
        description={t('form.momentHint')}
        required
        {...form.getInputProps('collectedAt')}
      />
      <TextInput label={t('fields.source')} maxLength={200} {...form.getInputProps('source')} />
      <Textarea label={t('fields.method')} autosize maxLength={200} {...form.getInputProps('method')} />
      {file ? (
        <TextInput label={t('fields.tool')} maxLength={200} {...form.getInputProps('tool')} />
      ) : (
        <TextInput label={t('fields.seal')} maxLength={200} {...form.getInputProps('seal')} />
      )}
    </CommandDialog>
  );
}
