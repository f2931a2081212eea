import { Select, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { CustodyStage } from '@/gql/graphql';
import { today } from '@/lib/day';
import { useIdempotencyKey } from '@/lib/draft';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import DayInput from '@/ui/day-input';
import type { Suspect } from '../action-suspects';

const RecordSuspectStage = graphql(`
  mutation RecordSuspectStage($input: RecordSuspectStageInput!) {
    recordSuspectStage(input: $input) {
      action {
        ...OfflineActionPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface StageDialogProps {
  suspect: Suspect;
  onClose: () => void;
  onStale: () => void;
}

/** What became of a suspect; the stages before stay. */
export default function StageDialog({ suspect, onClose, onStale }: StageDialogProps) {
  const { t } = useTranslation('actions');
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: RecordSuspectStage,
    initialValues: { stage: null as CustodyStage | null, on: today(), note: '' },
    variables: ({ stage, on, note }) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        suspectId: suspect.id,
        stage: stage ?? suspect.stage,
        on,
        note: note.trim() || undefined,
      },
    }),
    validate: ({ stage, on }) => ({
      ...(stage ? {} : { stage: t('form.stageNeeded') }),
      ...(on ? {} : { on: t('form.dayNeeded') }),
    }),
    onDone: () => {
      renewKey();
      onClose();
    },
    onFailure: ({ code }) => code !== null && renewKey(),
    onStale,
  });
  const { form } = command;
  return (
    <CommandDialog
      title={t('followUp.steps.RECORD_STAGE')}
      submitLabel={t('form.save')}
      command={command}
      onClose={onClose}
    >
      <Select
        label={t('fields.stage')}
        description={t('form.stageHint')}
        required
        data={Object.values(CustodyStage).map((value) => ({ value, label: t(`custody.${value}`) }))}
        {...form.getInputProps('stage')}
      />
      <DayInput label={t('fields.on')} required max={today()} {...form.getInputProps('on')} />
      <Textarea label={t('fields.note')} autosize maxLength={1000} {...form.getInputProps('note')} />
    </CommandDialog>
  );
}
