import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { RightsDocumentFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';

const WithdrawRightsDocument = graphql(`
  mutation WithdrawRightsDocument($input: WithdrawRightsDocumentInput!) {
    withdrawRightsDocument(input: $input) {
      document {
        ...RightsDocument
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface WithdrawDocumentDialogProps {
  document: RightsDocumentFragment;
  /** Of what it belongs to. */
  version: number;
  onClose: () => void;
  onChanged: () => void;
}

export default function WithdrawDocumentDialog(props: WithdrawDocumentDialogProps) {
  const { document, version, onClose, onChanged } = props;
  const { t } = useTranslation('rights');
  const { labelled } = useFormats();
  const name = document.title ?? document.number ?? document.fileName ?? t('documents.unnamed');
  return (
    <StepDialog
      document={WithdrawRightsDocument}
      target={{ id: document.id, version }}
      title={labelled(t('documents.withdraw'), name)}
      submitLabel={t('documents.withdraw')}
      text={t('documents.withdrawText')}
      reason="required"
      danger
      onDone={() => {
        void notify(t('documents.withdrawnDone'));
        onClose();
        onChanged();
      }}
      onClose={onClose}
      onStale={onChanged}
    />
  );
}
