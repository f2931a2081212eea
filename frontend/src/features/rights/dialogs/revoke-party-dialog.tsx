import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { AuthorizedPartyFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';

const RevokeAuthorizedParty = graphql(`
  mutation RevokeAuthorizedParty($input: RevokeAuthorizedPartyInput!) {
    revokeAuthorizedParty(input: $input) {
      authorizedParty {
        ...AuthorizedParty
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface RevokePartyDialogProps {
  party: AuthorizedPartyFragment;
  onClose: () => void;
  onChanged: () => void;
}

export default function RevokePartyDialog({ party, onClose, onChanged }: RevokePartyDialogProps) {
  const { t } = useTranslation('rights');
  const { labelled } = useFormats();
  const { name } = party;
  return (
    <StepDialog
      document={RevokeAuthorizedParty}
      target={party}
      title={labelled(t('parties.revoke'), name)}
      submitLabel={t('parties.revoke')}
      text={t('parties.revokeText', { name })}
      reason="required"
      danger
      onDone={() => {
        void notify(t('parties.revoked', { name }));
        onClose();
        onChanged();
      }}
      onClose={onClose}
      onStale={onChanged}
    />
  );
}
