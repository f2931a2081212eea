import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';
import type { GroupDialogProps } from '../group-dialogs';

const CloseSharingGroup = graphql(`
  mutation CloseSharingGroup($input: CloseSharingGroupInput!) {
    closeSharingGroup(input: $input) {
      group {
        ...GroupPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export default function CloseGroupDialog({ group, onClose, onStale }: GroupDialogProps) {
  const { t } = useTranslation('groups');
  return (
    <StepDialog
      document={CloseSharingGroup}
      target={group}
      title={t('titles.CLOSE')}
      submitLabel={t('actions.CLOSE')}
      text={t('consequences.CLOSE')}
      reason="required"
      danger
      onDone={() => {
        void notify(t('done.CLOSE'));
        onClose();
      }}
      onClose={onClose}
      onStale={onStale}
    />
  );
}
