import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';

const LiftLegalHold = graphql(`
  mutation LiftLegalHold($input: LiftLegalHoldInput!) {
    liftLegalHold(input: $input) {
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

interface LiftHoldDialogProps {
  /** The hold. */
  id: string;
  onClose: () => void;
  onStale: () => void;
}

export default function LiftHoldDialog({ id, onClose, onStale }: LiftHoldDialogProps) {
  const { t } = useTranslation('evidence');
  const command = useCommandForm({
    document: LiftLegalHold,
    initialValues: { reason: '' },
    variables: ({ reason }) => ({ input: { id, reason: reason.trim() } }),
    validate: ({ reason }) => (reason.trim() ? {} : { reason: t('form.reasonNeeded') }),
    onDone: () => {
      void notify(t('done.LIFT_HOLD'));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog
      title={t('actions.LIFT_HOLD')}
      submitLabel={t('actions.LIFT_HOLD')}
      command={command}
      onClose={onClose}
    >
      <Text size="sm">{t('consequences.LIFT_HOLD')}</Text>
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
