import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';
import type { SampleDialogProps } from '../sample-dialogs';

const AskSampleDestruction = graphql(`
  mutation AskSampleDestruction($input: ReasonedEvidenceInput!) {
    askEvidenceDestruction(input: $input) {
      evidence {
        id
        version
        sample {
          ...SamplePage
        }
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Asked of the piece of evidence that it is. */
export default function AskDestructionDialog({ sample, onClose, onStale }: SampleDialogProps) {
  const { t } = useTranslation(['samples', 'evidence']);
  if (!sample.evidence) return null;
  return (
    <StepDialog
      document={AskSampleDestruction}
      target={sample.evidence}
      title={t('steps.ASK_DESTRUCTION')}
      submitLabel={t('steps.ASK_DESTRUCTION')}
      text={t('evidence:consequences.ASK_DESTRUCTION')}
      reason="required"
      danger
      onDone={() => {
        void notify(t('evidence:done.ASK_DESTRUCTION'));
        onClose();
      }}
      onClose={onClose}
      onStale={onStale}
    />
  );
}
