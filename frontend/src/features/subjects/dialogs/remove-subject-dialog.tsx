import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';
import type { SubjectDialogProps } from '../subject-dialogs';

const RemoveSubject = graphql(`
  mutation RemoveSubject($input: RemoveSubjectInput!) {
    removeSubject(input: $input) {
      subject {
        ...SubjectPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export default function RemoveSubjectDialog({ subject, onClose, onStale }: SubjectDialogProps) {
  const { t } = useTranslation('subjects');
  return (
    <StepDialog
      document={RemoveSubject}
      target={subject}
      title={t('form.removeTitle', { name: subject.name })}
      submitLabel={t('actions.REMOVE')}
      text={t('form.removeText')}
      reason="required"
      danger
      onDone={() => {
        void notify(t('done.REMOVE'));
        onClose();
      }}
      onClose={onClose}
      onStale={onStale}
    />
  );
}
