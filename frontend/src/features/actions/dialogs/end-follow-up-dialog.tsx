import type { TypedDocumentNode } from '@urql/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { EndFollowUpMutation } from '@/gql/graphql';
import { notify } from '@/ui/notify';
import { StepDialog, type StepVariables } from '@/ui/step-dialog';

const EndFollowUp = graphql(`
  mutation EndFollowUp($input: EndFollowUpInput!) {
    endFollowUp(input: $input) {
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
`) as TypedDocumentNode<EndFollowUpMutation, StepVariables>;

interface EndFollowUpDialogProps {
  /** A suspect's record, or seized goods. */
  entry: { id: string; version: number };
  onClose: () => void;
  onStale: () => void;
}

/** Nobody follows a suspect or goods any more, though they have come to no end. */
export default function EndFollowUpDialog({ entry, onClose, onStale }: EndFollowUpDialogProps) {
  const { t } = useTranslation('actions');
  return (
    <StepDialog
      document={EndFollowUp}
      target={entry}
      title={t('followUp.steps.END')}
      submitLabel={t('followUp.steps.END')}
      text={t('followUp.endText')}
      reason="required"
      onDone={() => {
        void notify(t('done', { step: t('followUp.steps.END') }));
        onClose();
      }}
      onClose={onClose}
      onStale={onStale}
    />
  );
}
