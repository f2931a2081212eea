import { Text, Textarea } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { RemoteSelect } from '@/ui/remote-select';
import type { LeadDialogProps } from '../lead-dialogs';
import { MergePanel } from './merge-panel';
import { useMergeTargets } from './merge-targets';

const MergeLead = graphql(`
  mutation MergeLead($input: MergeLeadInput!) {
    mergeLead(input: $input) {
      lead {
        ...LeadPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const PreviewMerge = graphql(`
  query PreviewMerge($input: PreviewMergeInput!, $intoId: ID!) {
    lead(id: $intoId) {
      id
      reference
      title
      version
    }
    previewMerge(input: $input) {
      ...MergePanel
    }
  }
`);

/** Lets a lead go on with another one: which one, what that does to those who see them, and why. */
export default function MergeDialog({ lead, onClose, onStale }: LeadDialogProps) {
  const { t } = useTranslation('leads');
  const targets = useMergeTargets(lead);
  const seenVersion = useRef(0);
  const lookAgain = useRef(() => {});
  const command = useCommandForm({
    document: MergeLead,
    initialValues: { intoId: null as string | null, reason: '' },
    draft: `merge-${lead.id}`,
    undrafted: ['intoId'],
    variables: ({ intoId, reason }) => ({
      input: {
        id: lead.id,
        expectedVersion: lead.version,
        intoId: intoId ?? '',
        intoExpectedVersion: seenVersion.current,
        reason: reason.trim(),
      },
    }),
    validate: ({ intoId, reason }) => ({
      ...(intoId ? {} : { intoId: t('merge.intoNeeded') }),
      ...(reason.trim() ? {} : { reason: t('reasonNeeded') }),
    }),
    onDone: () => {
      void notify(t('done.MERGE'));
      onClose();
    },
    onStale: () => {
      onStale();
      lookAgain.current();
    },
  });
  const { form } = command;
  const { intoId } = form.values;
  const [{ data, fetching, error }, look] = useQuery({
    query: PreviewMerge,
    variables: { intoId: intoId ?? '', input: { id: lead.id, intoId: intoId ?? '' } },
    pause: !intoId,
    requestPolicy: 'network-only',
  });
  const into = intoId && data?.lead?.id === intoId ? data.lead : null;
  const preview = into && !fetching ? data?.previewMerge : null;
  seenVersion.current = into?.version ?? 0;
  lookAgain.current = () => look({ requestPolicy: 'network-only' });

  return (
    <CommandDialog
      title={t('merge.title', { reference: lead.reference })}
      submitLabel={t('merge.submit')}
      command={command}
      disabled={Boolean(intoId) && !preview}
      onClose={onClose}
      size="lg"
      danger
    >
      <Text size="sm">{t('merge.text')}</Text>
      <RemoteSelect
        label={t('merge.into')}
        description={t(lead.possibleDuplicates.length > 0 ? 'merge.intoHintDuplicates' : 'merge.intoHint')}
        placeholder="LD-26-7K3QX2"
        required
        clearable
        {...targets}
        {...form.getInputProps('intoId')}
      />
      <MergePanel
        reference={lead.reference}
        into={into}
        preview={preview}
        loading={Boolean(intoId) && fetching}
        error={intoId ? error : undefined}
      />
      <Textarea
        label={t('fields.reason')}
        description={t('merge.reasonHint')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('reason')}
      />
    </CommandDialog>
  );
}
