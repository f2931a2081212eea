import { Radio, Select, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { ClashFragment, DeconflictionResolution } from '@/gql/graphql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { useSideName } from '../action-clashes';

const ResolveDeconflictionHit = graphql(`
  mutation ResolveDeconflictionHit($input: ResolveDeconflictionHitInput!) {
    resolveDeconflictionHit(input: $input) {
      hit {
        ...Clash
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface ResolveDialogProps {
  clash: ClashFragment;
  onClose: () => void;
  onStale: () => void;
}

/** How two actions get out of each other's way. */
export default function ResolveDialog({ clash, onClose, onStale }: ResolveDialogProps) {
  const { t } = useTranslation('actions');
  const nameOf = useSideName();
  const command = useCommandForm({
    document: ResolveDeconflictionHit,
    initialValues: {
      resolution: clash.allowedResolutions[0] as DeconflictionResolution,
      movesRecordId: null as string | null,
      note: '',
    },
    draft: `resolve-${clash.id}`,
    variables: ({ resolution, movesRecordId, note }) => ({
      input: {
        id: clash.id,
        expectedVersion: clash.version,
        resolution,
        movesRecordId: resolution === 'PROCEED' ? undefined : (movesRecordId ?? undefined),
        note: note.trim(),
      },
    }),
    validate: ({ resolution, movesRecordId, note }) => ({
      ...(resolution !== 'PROCEED' && !movesRecordId ? { movesRecordId: t('clashes.sideNeeded') } : {}),
      ...(note.trim() ? {} : { note: t('clashes.noteNeeded') }),
    }),
    onDone: () => {
      onStale();
      void notify(t('clashes.done'));
      onClose();
    },
    onStale,
  });
  const { form } = command;
  const { resolution } = form.values;
  return (
    <CommandDialog title={t('clashes.resolve')} submitLabel={t('clashes.resolve')} command={command} onClose={onClose}>
      <Text size="sm">{t('clashes.text')}</Text>
      <Radio.Group label={t('clashes.how')} {...form.getInputProps('resolution')}>
        <Stack gap={6} mt={6}>
          {clash.allowedResolutions.map((value) => (
            <Radio
              key={value}
              value={value}
              label={t(`clashes.resolutions.${value}`)}
              description={t(`clashes.texts.${value}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {resolution === 'PROCEED' ? null : (
        <Select
          label={t('clashes.which')}
          required
          data={clash.sides.map((side) => ({ value: side.recordId, label: nameOf(side) }))}
          {...form.getInputProps('movesRecordId')}
        />
      )}
      <Textarea
        label={t('clashes.note')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('note')}
      />
    </CommandDialog>
  );
}
