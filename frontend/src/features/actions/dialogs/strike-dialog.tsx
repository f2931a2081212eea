import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import type { ActionDialogProps } from '../action-dialogs';
import { type SeizureLine, useGoodsName } from '../action-seizures';
import type { Suspect } from '../action-suspects';

const StrikeOutcomeEntry = graphql(`
  mutation StrikeOutcomeEntry($input: StrikeOutcomeEntryInput!) {
    strikeOutcomeEntry(input: $input) {
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

interface StrikeDialogProps extends ActionDialogProps {
  entry: Suspect | SeizureLine;
}

/** Takes an entry out of what is told; the history keeps it, with why. */
export default function StrikeDialog({ action, entry, onClose, onStale }: StrikeDialogProps) {
  const { t } = useTranslation(['actions', 'common']);
  const goodsName = useGoodsName();
  const command = useCommandForm({
    document: StrikeOutcomeEntry,
    initialValues: { reason: '' },
    draft: `strike-${entry.id}`,
    variables: ({ reason }) => ({ input: { actionId: action.id, entryId: entry.id, reason: reason.trim() } }),
    validate: ({ reason }) => (reason.trim() ? {} : { reason: t('common:step.reasonNeeded') }),
    onDone: onClose,
    onStale,
  });
  const { reason } = action.outcome;
  return (
    <CommandDialog
      title={t('followUp.steps.STRIKE')}
      submitLabel={t('followUp.steps.STRIKE')}
      command={command}
      onClose={onClose}
      danger
    >
      <Text size="sm" fw={500}>
        {'product' in entry ? goodsName(entry) : (entry.maskedName ?? t('outcome.forgotten'))}
      </Text>
      <Text size="sm">{t('followUp.strikeText')}</Text>
      {reason ? <Text size="sm">{t('followUp.strikeReason', { reason })}</Text> : null}
      <Textarea
        label={t('common:step.reason')}
        description={t('followUp.strikeHint')}
        required
        autosize
        minRows={2}
        maxLength={1000}
        {...command.form.getInputProps('reason')}
      />
    </CommandDialog>
  );
}
