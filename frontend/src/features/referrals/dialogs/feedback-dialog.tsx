import { Checkbox, Select, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { ReferralResult } from '@/gql/graphql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { ReferralDialogProps } from '../referral-dialogs';

const GiveReferralFeedback = graphql(`
  mutation GiveReferralFeedback($input: GiveReferralFeedbackInput!) {
    giveReferralFeedback(input: $input) {
      referral {
        ...ReferralPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export default function GiveReferralFeedbackDialog({ referral, onClose, onStale }: ReferralDialogProps) {
  const { t } = useTranslation('referrals');
  const command = useCommandForm({
    document: GiveReferralFeedback,
    initialValues: { used: false, useful: false, result: null as ReferralResult | null, note: '' },
    draft: `giveReferralFeedback-${referral.id}`,
    variables: ({ used, useful, result, note }) => ({
      input: {
        id: referral.id,
        expectedVersion: referral.version,
        used,
        useful,
        result: result ?? 'OTHER',
        note: note.trim() || undefined,
      },
    }),
    validate: ({ result, note }) => ({
      ...(result ? {} : { result: t('form.resultNeeded') }),
      ...(result === 'OTHER' && !note.trim() ? { note: t('form.otherNeeded') } : {}),
    }),
    onDone: () => {
      void notify(t('done.GIVE_FEEDBACK'));
      onClose();
    },
    onStale,
  });
  const { form } = command;
  return (
    <CommandDialog
      title={t('actions.GIVE_FEEDBACK')}
      submitLabel={t('actions.GIVE_FEEDBACK')}
      command={command}
      onClose={onClose}
    >
      <Text size="sm">{t('texts.GIVE_FEEDBACK')}</Text>
      <Checkbox label={t('feedback.wasUsed')} {...form.getInputProps('used', { type: 'checkbox' })} />
      <Checkbox label={t('feedback.wasUseful')} {...form.getInputProps('useful', { type: 'checkbox' })} />
      <Select
        label={t('fields.result')}
        required
        data={Object.values(ReferralResult).map((value) => ({ value, label: t(`results.${value}`) }))}
        {...form.getInputProps('result')}
      />
      <Textarea label={t('fields.note')} autosize minRows={2} maxLength={2000} {...form.getInputProps('note')} />
    </CommandDialog>
  );
}
