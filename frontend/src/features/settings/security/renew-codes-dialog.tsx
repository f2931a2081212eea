import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { PasswordDialog } from './password-dialog';
import { RecoveryCodesDialog } from './recovery-codes-dialog';

const RenewRecoveryCodes = graphql(`
  mutation RenewRecoveryCodes($input: PasswordInput!) {
    renewRecoveryCodes(input: $input) {
      ...NewRecoveryCodes
    }
  }
`);

export default function RenewCodesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings');
  const [codes, setCodes] = useState<readonly string[]>();
  if (codes) return <RecoveryCodesDialog codes={codes} onDone={onClose} />;
  return (
    <PasswordDialog
      document={RenewRecoveryCodes}
      variables={(input) => ({ input })}
      title={t('factor.renewTitle')}
      submitLabel={t('factor.renewCodes')}
      text={t('factor.renewText')}
      onDone={({ recoveryCodes }) => setCodes(recoveryCodes ?? [])}
      onClose={onClose}
    />
  );
}
