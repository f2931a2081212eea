import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';
import type { ContactDialogProps } from '../agency-contacts';

const RemoveContactPoint = graphql(`
  mutation RemoveContactPoint($input: RemoveContactPointInput!) {
    removeContactPoint(input: $input) {
      agency {
        ...AgencyPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export default function RemoveContactDialog({ contact, onClose, onStale }: ContactDialogProps) {
  const { t } = useTranslation('agencies');
  return (
    <StepDialog
      document={RemoveContactPoint}
      target={contact}
      title={t('contacts.remove')}
      submitLabel={t('contacts.actions.REMOVE')}
      text={t('contacts.removeText', { name: contact.label })}
      reason="none"
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
