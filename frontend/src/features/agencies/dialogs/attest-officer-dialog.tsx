import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';
import type { OfficerDialogProps } from '../agency-officers';

const AttestOfficer = graphql(`
  mutation AttestOfficer($input: AttestOfficerInput!) {
    attestOfficer(input: $input) {
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

export default function AttestOfficerDialog({ officer, onClose, onStale }: OfficerDialogProps) {
  const { t } = useTranslation('agencies');
  return (
    <StepDialog
      document={AttestOfficer}
      target={officer}
      title={t('officers.titles.ATTEST', { name: officer.maskedName })}
      submitLabel={t('officers.actions.ATTEST')}
      text={t('officers.texts.ATTEST')}
      reason="none"
      onDone={() => {
        void notify(t('done.ATTEST'));
        onClose();
      }}
      onClose={onClose}
      onStale={onStale}
    />
  );
}
