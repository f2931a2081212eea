import { Checkbox, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { useFormats } from '@/lib/format';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import DayInput from '@/ui/day-input';
import { notify } from '@/ui/notify';
import type { IpRightDialogProps } from '../ip-right-dialogs';
import { useLocalTitle } from '../ip-right-words';

const InvalidateIpRight = graphql(`
  mutation InvalidateIpRight($input: InvalidateIpRightInput!) {
    invalidateIpRight(input: $input) {
      ipRight {
        ...IpRightPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export default function InvalidateDialog({ right, onClose, onStale }: IpRightDialogProps) {
  const { t } = useTranslation(['ipRights', 'common']);
  const { labelled } = useFormats();
  const title = useLocalTitle()(right);
  const command = useCommandForm({
    document: InvalidateIpRight,
    initialValues: { reason: '', from: '', confirmed: false },
    draft: `invalidate-ip-right-${right.id}`,
    undrafted: ['confirmed'],
    variables: ({ reason, from }) => ({
      input: { id: right.id, expectedVersion: right.version, reason: reason.trim(), from: from || undefined },
    }),
    validate: ({ reason, confirmed }) => ({
      ...(reason.trim() ? {} : { reason: t('common:step.reasonNeeded') }),
      ...(confirmed ? {} : { confirmed: t('common:step.confirmationNeeded') }),
    }),
    onDone: () => {
      void notify(t('done.INVALIDATE'));
      onClose();
    },
    onStale,
  });
  const { form } = command;
  return (
    <CommandDialog
      title={labelled(t('actions.INVALIDATE'), title)}
      submitLabel={t('actions.INVALIDATE')}
      command={command}
      onClose={onClose}
      danger
    >
      <Text size="sm">{t('consequences.INVALIDATE')}</Text>
      <Textarea
        label={t('common:step.reason')}
        description={t('common:step.reasonHint')}
        required
        autosize
        minRows={2}
        maxLength={1000}
        {...form.getInputProps('reason')}
      />
      <DayInput label={t('fields.from')} clearable {...form.getInputProps('from')} />
      <Checkbox label={t('invalidateConfirmation')} {...form.getInputProps('confirmed', { type: 'checkbox' })} />
    </CommandDialog>
  );
}
