import { Radio, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { SampleDisposal } from '@/gql/graphql';
import { lastDayOf } from '@/lib/day';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import DayInput from '@/ui/day-input';
import { notify } from '@/ui/notify';
import type { SampleDialogProps } from '../sample-dialogs';

const DisposeSample = graphql(`
  mutation DisposeSample($input: DisposeSampleInput!) {
    disposeSample(input: $input) {
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

/** Two people destroy a sample, as any evidence. */
const OFFERED = Object.values(SampleDisposal).filter((each) => each !== 'DESTROYED');

export default function DisposeDialog({ sample, onClose, onStale }: SampleDialogProps) {
  const { t } = useTranslation('samples');
  const command = useCommandForm({
    document: DisposeSample,
    initialValues: {
      disposal: null as SampleDisposal | null,
      note: '',
      retainUntil: sample.retainedUntil ? lastDayOf(sample.retainedUntil) : '',
    },
    variables: ({ disposal, note, retainUntil }) => ({
      input: {
        id: sample.id,
        expectedVersion: sample.version,
        disposal: disposal ?? 'RETAINED',
        note: note.trim() || undefined,
        retainUntil: disposal === 'RETAINED' && retainUntil ? retainUntil : undefined,
      },
    }),
    validate: ({ disposal }) => (disposal ? {} : { disposal: t('form.disposalNeeded') }),
    onDone: () => {
      void notify(t('done.DISPOSE'));
      onClose();
    },
    onStale,
    draft: `dispose-sample-${sample.id}`,
  });
  const { form } = command;
  return (
    <CommandDialog title={t('steps.DISPOSE')} submitLabel={t('form.dispose')} command={command} onClose={onClose}>
      <Text size="sm">{t('consequences.DISPOSE')}</Text>
      <Radio.Group label={t('fields.disposal')} required {...form.getInputProps('disposal')}>
        <Stack gap={8} mt={6}>
          {OFFERED.map((each) => (
            <Radio key={each} value={each} label={t(`disposals.${each}`)} description={t(`disposalTexts.${each}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {form.values.disposal === 'RETAINED' ? (
        <DayInput
          label={t('form.retainUntil')}
          description={t('form.retainHint')}
          min={sample.retainedUntil ? lastDayOf(sample.retainedUntil) : undefined}
          {...form.getInputProps('retainUntil')}
        />
      ) : null}
      <Textarea
        label={t('fields.disposalNote')}
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('note')}
      />
    </CommandDialog>
  );
}
