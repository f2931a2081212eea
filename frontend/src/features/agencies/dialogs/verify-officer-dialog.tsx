import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';
import type { OfficerDialogProps } from '../agency-officers';

const VerifyOfficer = graphql(`
  mutation VerifyOfficer($input: VerifyOfficerInput!) {
    verifyOfficer(input: $input) {
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

export default function VerifyOfficerDialog({ officer, onClose, onStale }: OfficerDialogProps) {
  const { t } = useTranslation('agencies');
  return (
    <StepDialog
      document={VerifyOfficer}
      target={officer}
      title={t('officers.titles.VERIFY', { name: officer.maskedName })}
      submitLabel={t('officers.actions.VERIFY')}
      text={t('officers.texts.VERIFY')}
      reason="none"
      confirmation={t('officers.knows')}
      onDone={() => {
        void notify(t('done.VERIFY'));
        onClose();
      }}
      onClose={onClose}
      onStale={onStale}
    />
  );
}
