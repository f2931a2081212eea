import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { PasswordDialog } from './password-dialog';

const RemoveTotp = graphql(`
  mutation RemoveTotp($input: PasswordInput!) {
    removeTotp(input: $input) {
      ...AccountChange
    }
  }
`);

export default function RemoveTotpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings');
  return (
    <PasswordDialog
      document={RemoveTotp}
      variables={(input) => ({ input })}
      title={t('factor.removeTitle')}
      submitLabel={t('factor.remove')}
      text={t('factor.removeText')}
      danger
      done={t('factor.removed')}
      onDone={onClose}
      onClose={onClose}
    />
  );
}
