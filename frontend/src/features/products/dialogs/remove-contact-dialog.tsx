import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { CompanyContactFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';

const RemoveCompanyContact = graphql(`
  mutation RemoveCompanyContact($input: ProductTransitionInput!) {
    removeCompanyContact(input: $input) {
      contact {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface RemoveContactDialogProps {
  contact: CompanyContactFragment;
  onClose: () => void;
  onStale: () => void;
}

export default function RemoveContactDialog({ contact, onClose, onStale }: RemoveContactDialogProps) {
  const { t } = useTranslation('products');
  const { labelled } = useFormats();
  return (
    <StepDialog
      document={RemoveCompanyContact}
      target={contact}
      title={labelled(t('contacts.acts.remove'), contact.name)}
      submitLabel={t('contacts.acts.remove')}
      text={t('contacts.removeText', { name: contact.name })}
      reason="none"
      danger
      onDone={() => {
        void notify(t('contacts.removed', { name: contact.name }));
        onClose();
      }}
      onClose={onClose}
      onStale={onStale}
    />
  );
}
