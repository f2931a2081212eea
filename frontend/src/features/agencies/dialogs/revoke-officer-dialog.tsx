import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';
import type { OfficerDialogProps } from '../agency-officers';

const RevokeOfficer = graphql(`
  mutation RevokeOfficer($input: RevokeOfficerInput!) {
    revokeOfficer(input: $input) {
      officer {
        ...Officer
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export default function RevokeOfficerDialog({ officer, onClose, onStale }: OfficerDialogProps) {
  const { t } = useTranslation('agencies');
  return (
    <StepDialog
      document={RevokeOfficer}
      target={officer}
      title={t('officers.titles.REVOKE', { name: officer.maskedName })}
      submitLabel={t('officers.actions.REVOKE')}
      text={t('officers.texts.REVOKE')}
      reason="required"
      danger
      onDone={() => {
        void notify(t('done.REVOKE'));
        onClose();
      }}
      onClose={onClose}
      onStale={onStale}
    />
  );
}
