import { Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePersonDirectory } from '@/features/members/directory';
import { graphql } from '@/gql';
import { useIdempotencyKey } from '@/lib/draft';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { type Option, RemoteSelect } from '@/ui/remote-select';
import type { SampleDialogProps } from '../sample-dialogs';

const HandOverSample = graphql(`
  mutation HandOverSample($input: HandOverSampleInput!) {
    handOverSample(input: $input) {
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

/** To one of its appraisers, who stand first, or to somebody else who sees the evidence. */
export default function HandOverDialog({ sample, onClose, onStale }: SampleDialogProps) {
  const { t } = useTranslation('samples');
  const people = usePersonDirectory();
  const appraisers = appraisersOf(sample);
  const known = new Set(appraisers.map(({ value }) => value));
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: HandOverSample,
    initialValues: { toPersonId: null as string | null, seal: sample.seal ?? '', note: '' },
    variables: ({ toPersonId, seal, note }) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        id: sample.id,
        expectedVersion: sample.custodyVersion,
        toPersonId: toPersonId ?? '',
        seal: seal.trim() || undefined,
        note: note.trim() || undefined,
      },
    }),
    validate: ({ toPersonId }) => (toPersonId ? {} : { toPersonId: t('form.toNeeded') }),
    onFailure: ({ code }) => code !== null && renewKey(),
    onDone: () => {
      void notify(t('done.HAND_OVER'));
      onClose();
    },
    onStale,
    draft: `hand-over-sample-${sample.id}`,
    undrafted: ['toPersonId'],
  });
  const { form } = command;
  return (
    <CommandDialog title={t('steps.HAND_OVER')} submitLabel={t('steps.HAND_OVER')} command={command} onClose={onClose}>
      <Text size="sm">{t('consequences.HAND_OVER')}</Text>
      <RemoteSelect
        label={t('form.to')}
        required
        {...people}
        options={[...appraisers, ...people.options.filter(({ value }) => !known.has(value))]}
        {...form.getInputProps('toPersonId')}
      />
      <TextInput label={t('fields.seal')} maxLength={200} {...form.getInputProps('seal')} />
      <Textarea label={t('form.note')} autosize minRows={2} maxLength={2000} {...form.getInputProps('note')} />
    </CommandDialog>
  );
}

function appraisersOf({ appraisals }: SampleDialogProps['sample']): Option[] {
  const open = appraisals.filter(({ state }) => state !== 'DECLINED' && state !== 'CANCELLED');
  const byId = new Map(
    open.map(({ appraiser, appraiserOrganization }) => [
      appraiser.id,
      { value: appraiser.id, label: `${appraiser.name} · ${appraiserOrganization.name}` },
    ]),
  );
  return [...byId.values()];
}
