import { Checkbox, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { AppraiserInterest } from '@/gql/graphql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { AppraisalDialogProps } from '../appraisal-dialogs';

const TakeUpAppraisal = graphql(`
  mutation TakeUpAppraisal($input: TakeUpAppraisalInput!) {
    takeUpAppraisal(input: $input) {
      appraisal {
        ...AppraisalPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Before anything is inspected an appraiser says what he or she has to do with whom it concerns. */
export default function TakeUpDialog({ appraisal, onClose, onStale }: AppraisalDialogProps) {
  const { t } = useTranslation('appraisals');
  const command = useCommandForm({
    document: TakeUpAppraisal,
    initialValues: { interest: null as AppraiserInterest | null, note: '', truthful: false },
    variables: ({ interest, note }) => ({
      input: {
        id: appraisal.id,
        expectedVersion: appraisal.version,
        interest: interest ?? 'NONE',
        note: note.trim() || undefined,
      },
    }),
    validate: ({ interest, note, truthful }) => ({
      ...(interest ? {} : { interest: t('form.interestNeeded') }),
      ...(interest && interest !== 'NONE' && !note.trim() ? { note: t('form.interestNoteNeeded') } : {}),
      ...(truthful ? {} : { truthful: t('form.truthNeeded') }),
    }),
    onDone: () => {
      void notify(t('done.TAKE_UP'));
      onClose();
    },
    onStale,
    draft: `take-up-${appraisal.id}`,
    undrafted: ['truthful'],
  });
  const { form } = command;
  const has = form.values.interest !== null && form.values.interest !== 'NONE';
  return (
    <CommandDialog title={t('steps.TAKE_UP')} submitLabel={t('steps.TAKE_UP')} command={command} onClose={onClose}>
      <Text size="sm">{t('consequences.TAKE_UP')}</Text>
      <Radio.Group label={t('form.interest')} required {...form.getInputProps('interest')}>
        <Stack gap={8} mt={6}>
          {Object.values(AppraiserInterest).map((each) => (
            <Radio key={each} value={each} label={t(`interests.${each}`)} description={t(`interestTexts.${each}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={t('form.interestNote')}
        required={has}
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('note')}
      />
      <Checkbox label={t('form.truthful')} {...form.getInputProps('truthful', { type: 'checkbox' })} />
    </CommandDialog>
  );
}
