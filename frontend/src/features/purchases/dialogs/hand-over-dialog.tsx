import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOrganizationDirectory } from '@/features/members/directory';
import { graphql } from '@/gql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { RemoteSelect } from '@/ui/remote-select';
import type { PurchaseDialogProps } from '../purchase-dialogs';

const HandOverPurchase = graphql(`
  mutation HandOverPurchase($input: HandOverPurchaseInput!) {
    handOverPurchase(input: $input) {
      purchase {
        ...PurchasePage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Hands a purchase of the alliance to the right holder, which sees it from then on. */
export default function HandOverPurchaseDialog({ purchase, onClose, onStale }: PurchaseDialogProps) {
  const { t } = useTranslation('purchases');
  const members = useOrganizationDirectory(['MEMBER_BRAND']);
  const command = useCommandForm({
    document: HandOverPurchase,
    initialValues: { organizationId: null as string | null, reason: '' },
    variables: ({ organizationId, reason }) => ({
      input: {
        id: purchase.id,
        expectedVersion: purchase.version,
        organizationId: organizationId ?? '',
        reason: reason.trim(),
      },
    }),
    validate: ({ organizationId, reason }) => ({
      ...(organizationId ? {} : { organizationId: t('form.organizationNeeded') }),
      ...(reason.trim() ? {} : { reason: t('form.reasonNeeded') }),
    }),
    onDone: () => {
      void notify(t('done.HAND_OVER'));
      onClose();
    },
    onStale,
  });
  const { form } = command;
  return (
    <CommandDialog title={t('steps.HAND_OVER')} submitLabel={t('steps.HAND_OVER')} command={command} onClose={onClose}>
      <Text size="sm">{t('texts.HAND_OVER')}</Text>
      <RemoteSelect
        label={t('fields.holder')}
        required
        options={members.options}
        onSearch={members.onSearch}
        {...form.getInputProps('organizationId')}
      />
      <Textarea
        label={t('fields.reason')}
        required
        autosize
        minRows={2}
        maxLength={1000}
        {...form.getInputProps('reason')}
      />
    </CommandDialog>
  );
}
