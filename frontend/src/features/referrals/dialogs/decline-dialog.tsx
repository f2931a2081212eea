import { Select, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { ReferralDeclineReason } from '@/gql/graphql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { ReferralDialogProps } from '../referral-dialogs';

const DeclineReferral = graphql(`
  mutation DeclineReferral($input: DeclineReferralInput!) {
    declineReferral(input: $input) {
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

export default function DeclineReferralDialog({ referral, onClose, onStale }: ReferralDialogProps) {
  const { t } = useTranslation('referrals');
  const command = useCommandForm({
    document: DeclineReferral,
    initialValues: { reason: null as ReferralDeclineReason | null, note: '' },
    draft: `declineReferral-${referral.id}`,
    variables: ({ reason, note }) => ({
      input: {
        id: referral.id,
        expectedVersion: referral.version,
        reason: reason ?? 'OTHER',
        note: note.trim() || undefined,
      },
    }),
    validate: ({ reason, note }) => ({
      ...(reason ? {} : { reason: t('form.reasonNeeded') }),
      ...(reason === 'OTHER' && !note.trim() ? { note: t('form.otherNeeded') } : {}),
    }),
    onDone: () => {
      void notify(t('done.DECLINE'));
      onClose();
    },
    onStale,
  });
  const { form } = command;
  return (
    <CommandDialog
      title={t('actions.DECLINE')}
      submitLabel={t('actions.DECLINE')}
      command={command}
      onClose={onClose}
      danger
    >
      <Text size="sm">{t('texts.DECLINE')}</Text>
      <Select
        label={t('fields.declineReason')}
        required
        data={Object.values(ReferralDeclineReason).map((value) => ({ value, label: t(`declineReasons.${value}`) }))}
        {...form.getInputProps('reason')}
      />
      <Textarea label={t('fields.note')} autosize minRows={2} maxLength={2000} {...form.getInputProps('note')} />
    </CommandDialog>
  );
}
