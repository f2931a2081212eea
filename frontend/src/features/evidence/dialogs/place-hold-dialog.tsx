import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { useIdempotencyKey } from '@/lib/draft';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { EvidenceDialogProps } from '../evidence-dialogs';

const PlaceLegalHold = graphql(`
  mutation PlaceLegalHold($input: PlaceLegalHoldInput!) {
    placeLegalHold(input: $input) {
      evidence {
        ...EvidencePage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export default function PlaceHoldDialog({ evidence, onClose, onStale }: EvidenceDialogProps) {
  const { t } = useTranslation('evidence');
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: PlaceLegalHold,
    initialValues: { reason: '' },
    variables: ({ reason }) => ({
      input: { idempotencyKey: idempotencyKey.current, id: evidence.id, reason: reason.trim() },
    }),
    validate: ({ reason }) => (reason.trim() ? {} : { reason: t('form.reasonNeeded') }),
    onFailure: ({ code }) => code !== null && renewKey(),
    onDone: () => {
      void notify(t('done.PLACE_HOLD'));
      onClose();
    },
    onStale,
    draft: `hold-${evidence.id}`,
  });
  return (
    <CommandDialog
      title={t('actions.PLACE_HOLD')}
      submitLabel={t('actions.PLACE_HOLD')}
      command={command}
      onClose={onClose}
    >
      <Text size="sm">{t('consequences.PLACE_HOLD')}</Text>
      <Textarea
        label={t('fields.reason')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        {...command.form.getInputProps('reason')}
      />
    </CommandDialog>
  );
}
