import { Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';

import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { ReferralDialogProps } from '../referral-dialogs';

const ApproveReferral = graphql(`
  mutation ApproveReferral($input: ApproveReferralInput!) {
    approveReferral(input: $input) {
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

export default function ApproveReferralDialog({ referral, onClose, onStale }: ReferralDialogProps) {
  const { t } = useTranslation('referrals');
  const command = useCommandForm({
    document: ApproveReferral,
    initialValues: { approvalReference: referral.content?.approvalReference ?? '', note: '' },
    draft: `approveReferral-${referral.id}`,
    variables: ({ approvalReference, note }) => ({
      input: {
        id: referral.id,
        expectedVersion: referral.version,
        approvalReference: approvalReference.trim() || undefined,
        note: note.trim() || undefined,
      },
    }),
    validate: ({ approvalReference }) =>
      referral.content?.needsApprovalReference && !approvalReference.trim()
        ? { approvalReference: t('form.referenceNeeded') }
        : {},
    onDone: () => {
      void notify(t('done.APPROVE'));
      onClose();
    },
    onStale,
  });
  const { form } = command;
  return (
    <CommandDialog title={t('actions.APPROVE')} submitLabel={t('actions.APPROVE')} command={command} onClose={onClose}>
      <Text size="sm">{t('texts.APPROVE')}</Text>
      {referral.content?.needsApprovalReference ? (
        <TextInput
          label={t('fields.approvalReference')}
          description={t('form.referenceHint')}
          required
          maxLength={200}
          {...form.getInputProps('approvalReference')}
        />
      ) : null}
      <Textarea label={t('fields.note')} autosize minRows={2} maxLength={2000} {...form.getInputProps('note')} />
    </CommandDialog>
  );
}
