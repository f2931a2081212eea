import { Progress, Select, Text, Textarea, TextInput } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { EvidenceKind, type Tlp } from '@/gql/graphql';
import { type Uploaded, type UploadFailure, upload } from '@/lib/upload';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { TLP_TEXT } from '@/ui/tlp-badge';
import { kindOf, localMoment, momentOf, stricter } from '../evidence-form';

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
  onAdded: () => void;
  onClose: () => void;
}

/** Says what a file or a thing is while the file is on its way. */
export default function AttachDialog({ leadId, leadTlp, file, left, onAdded, onClose }: AttachDialogProps) {
  const { t } = useTranslation('evidence');
  const sent = useUpload(file);
  const key = useRef(crypto.randomUUID());
  const kinds = Object.values(EvidenceKind).filter((kind) => (kind === 'PHYSICAL_SAMPLE') === (file === null));
  const command = useCommandForm({
    document: AttachEvidence,
    initialValues: {
      title: file ? file.name.replace(/\.[^.]+$/, '').slice(0, 200) : '',
      kind: kindOf(file),
      tlp: leadTlp,
      collectedAt: localMoment(file ? new Date(file.lastModified) : new Date()),
      source: '',
      method: '',
      tool: '',
      seal: '',
    },
    variables: (values) => ({
      input: {
        idempotencyKey: key.current,
        leadId,
        uploadId: sent.uploaded?.id,
        kind: values.kind,
        title: values.title.trim(),
        tlp: values.tlp === leadTlp ? undefined : values.tlp,
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
    // What was refused is asked for anew with another input.
    onFailure: () => {
      key.current = crypto.randomUUID();
    },
    onDone: () => {
      void notify(t('done.ATTACH'));
      onAdded();
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

interface Sent {
  share: number;
  uploaded: Uploaded | null;
  failure: UploadFailure | null;
}

/** Sends the file as soon as the dialog is open; closing it breaks that off. */
function useUpload(file: File | null): Sent {
  const [share, setShare] = useState(0);
  const [uploaded, setUploaded] = useState<Uploaded | null>(null);
  const [failure, setFailure] = useState<UploadFailure | null>(null);
  useEffect(() => {
    if (!file) return;
    const leaving = new AbortController();
    upload(file, setShare, leaving.signal).then(setUploaded, setFailure);
    return () => leaving.abort();
  }, [file]);
  return useMemo(() => ({ share, uploaded, failure }), [share, uploaded, failure]);
}

function Sending({ share, uploaded, failure }: Sent) {
  const { t } = useTranslation('evidence');
  if (failure) return null;
  if (uploaded)
    return (
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {t('upload.done', { hash: uploaded.sha256 })}
      </Text>
    );
  return <Progress value={share * 100} aria-label={t('upload.sending')} />;
}
