import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { today } from '@/lib/day';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import DayInput from '@/ui/day-input';
import type { SeizureLine } from '../action-seizures';
import { BY_ONE } from '../dispositions';

const RecordDisposition = graphql(`
  mutation RecordDisposition($input: RecordDispositionInput!) {
    recordDisposition(input: $input) {
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

interface DispositionDialogProps {
  seizure: SeizureLine;
  onClose: () => void;
  onStale: () => void;
}

/** Where the goods are now. */
export default function DispositionDialog({ seizure, onClose, onStale }: DispositionDialogProps) {
  const { t } = useTranslation('actions');
  const command = useCommandForm({
    document: RecordDisposition,
    initialValues: { disposition: seizure.disposition, on: today(), storagePlace: seizure.storagePlace ?? '' },
    variables: ({ disposition, on, storagePlace }) => ({
      input: {
        seizureId: seizure.id,
        expectedVersion: seizure.version,
        disposition,
        on,
        storagePlace: storagePlace.trim() || undefined,
      },
    }),
    validate: ({ on }) => (on ? {} : { on: t('form.dayNeeded') }),
    onDone: onClose,
    onStale,
  });
  const { form } = command;
  return (
    <CommandDialog
      title={t('followUp.steps.RECORD_DISPOSITION')}
      submitLabel={t('form.save')}
      command={command}
      onClose={onClose}
    >
      <Select
        label={t('fields.disposition')}
        allowDeselect={false}
        data={BY_ONE.map((value) => ({ value, label: t(`dispositions.${value}`) }))}
        {...form.getInputProps('disposition')}
      />
      <DayInput label={t('fields.on')} required max={today()} {...form.getInputProps('on')} />
      <TextInput label={t('fields.storagePlace')} maxLength={300} {...form.getInputProps('storagePlace')} />
    </CommandDialog>
  );
}
