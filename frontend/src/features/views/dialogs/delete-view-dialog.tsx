import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { SavedViewFragment } from '@/gql/graphql';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';

const DeleteSavedView = graphql(`
  mutation DeleteSavedView($input: DeleteSavedViewInput!) {
    deleteSavedView(input: $input) {
      deletedId
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface DeleteViewDialogProps {
  view: SavedViewFragment;
  onClose: () => void;
  onStale: () => void;
  onDeleted: () => void;
}

export default function DeleteViewDialog({ view, onClose, onStale, onDeleted }: DeleteViewDialogProps) {
  const { t } = useTranslation('views');
  return (
    <StepDialog
      document={DeleteSavedView}
      target={view}
      title={t('delete')}
      submitLabel={t('delete')}
      text={t(view.shared ? 'deleteShared' : 'deleteText', { name: view.name })}
      reason="none"
      danger
      onDone={() => {
        void notify(t('done.delete'));
        onClose();
        onDeleted();
      }}
      onClose={onClose}
      onStale={onStale}
    />
  );
}
