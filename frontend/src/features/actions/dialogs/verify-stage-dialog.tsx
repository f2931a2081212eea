import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { useFormats } from '@/lib/format';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import type { Suspect } from '../action-suspects';

const VerifySuspectStage = graphql(`
  mutation VerifySuspectStage($input: VerifySuspectStageInput!) {
    verifySuspectStage(input: $input) {
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

interface VerifyStageDialogProps {
  suspect: Suspect;
  stage: Suspect['stages'][number];
  onClose: () => void;
  onStale: () => void;
}

/** Somebody else than wrote a stage down says that it is so: only then does it count. */
export default function VerifyStageDialog({ suspect, stage, onClose, onStale }: VerifyStageDialogProps) {
  const { t } = useTranslation('actions');
  const { date } = useFormats();
  const command = useCommandForm({
    document: VerifySuspectStage,
    initialValues: {},
    variables: () => ({ input: { suspectId: suspect.id, stageId: stage.id } }),
    onDone: onClose,
    onStale,
  });
  return (
    <CommandDialog
      title={t('followUp.steps.VERIFY_STAGE')}
      submitLabel={t('followUp.steps.VERIFY_STAGE')}
      command={command}
      onClose={onClose}
    >
      <Text size="sm">
        {t('followUp.verifyText', {
          name: suspect.maskedName ?? t('outcome.forgotten'),
          stage: t(`custody.${stage.stage}`),
          day: date(stage.on),
          by: stage.recordedBy.name,
        })}
      </Text>
      {stage.note ? <Text size="sm">{stage.note}</Text> : null}
    </CommandDialog>
  );
}
